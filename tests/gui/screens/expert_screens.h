#pragma once

#include <filesystem>
#include <functional>
#include <string>

class wxTopLevelWindow;

namespace tiku::tests {

/// The pictures of an expert's window: an item with remarks, the rubric, the end, and a re-review.
void takeExpertScreens(const std::filesystem::path& folder,
                       const std::function<void(const std::string& name, wxTopLevelWindow*)>& take);

}  // namespace tiku::tests

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "formats/exchange/document.h"

namespace tiku::formats {

/// A whole web page as a document: each line of it a paragraph, its tables, its lists with their numbers, its
/// formulas as far as they say their TeX. `html` is UTF-8. Nothing is run and nothing is fetched: pictures
/// are those written into the page ("data:") and, where `folder` is the one that the page lies in, those in
/// the folder that a browser saved beside it (`…_files`, `….files`); never one outside it. Throws FormatError
/// kOverLimit.
Document documentOfHtml(std::string_view html, const std::string& name,
                        const std::filesystem::path& folder = {});

}  // namespace tiku::formats

#pragma once

#include <string>

namespace tiku::formats {

/// The name under which the user is logged in; never empty.
std::string loginName();
/// The name of this computer; never empty.
std::string hostName();

}  // namespace tiku::formats

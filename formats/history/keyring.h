#pragma once

#include <optional>
#include <string>

#include "formats/history/transfer.h"

/// Passwords in the desktop's keyring (libsecret), where the user's other programs keep theirs. Nothing is
/// kept anywhere else. Without a keyring, as on a server, nothing is found and nothing kept.
namespace tiku::formats {

/// What was kept for the address (without a user in it), of any user or of this one.
std::optional<Login> findLogin(const std::string& address, const std::string& user = {});
/// False when the keyring did not take it: there is none, or it stayed locked.
bool keepLogin(const std::string& address, const Login& login);
/// Takes it out again. False when there was none.
bool forgetLogin(const std::string& address, const std::string& user = {});

}  // namespace tiku::formats

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "formats/base/digest.h"

/// What keeps words from being read or altered by those who do not hold a key. The methods are the national
/// ones (GB/T 32907 SM4, GB/T 32905 SM3), as 第二十三条（二） asks for banks.
namespace tiku::formats {

/// 32 bytes that nobody can guess. Throws std::runtime_error when the system gives none.
std::string randomKey();

/// HMAC (RFC 2104): 64 hexadecimal digits, over SHA-1 40.
std::string hmac(Hash hash, std::string_view key, std::string_view bytes);

/// Whether two texts are equal, in a time that does not tell where they differ.
bool sameSecret(std::string_view a, std::string_view b);

/// SM4-CTR, then HMAC-SM3 over what came out (encrypt-then-MAC), each under a key of its own derived from
/// `key`. `context` is not hidden and must be the same to unseal. Two calls give different bytes.
std::string seal(std::string_view key, std::string_view context, std::string_view plain);
/// Nothing for another key, another context, or bytes that were altered.
std::optional<std::string> unseal(std::string_view key, std::string_view context, std::string_view sealed);

/// RFC 4648, with padding, on one line.
std::string toBase64(std::string_view bytes);
/// Nothing for what is no base64.
std::optional<std::string> fromBase64(std::string_view text);

/// Lower-case hexadecimal digits.
std::string toHex(std::string_view bytes);
std::optional<std::string> fromHex(std::string_view text);

}  // namespace tiku::formats

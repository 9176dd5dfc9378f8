#include "formats/base/secret.h"

#include <random>

#include <catch2/catch.hpp>

using namespace tiku::formats;

TEST_CASE("an HMAC is that of RFC 4231, test case 2", "[secret]") {
  CHECK(hmac(Hash::kSha256, "Jefe", "what do ya want for nothing?") ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST_CASE("what was sealed is read with the key alone, and never after a byte has changed", "[secret]") {
  const std::string key = randomKey();
  for (const std::string& plain : {std::string(), std::string("意"), std::string(5000, '\x7F')}) {
    const std::string sealed = seal(key, "round", plain);
    CHECK(unseal(key, "round", sealed) == plain);
    CHECK(seal(key, "round", plain) != sealed);
    CHECK_FALSE(unseal(randomKey(), "round", sealed));
    CHECK_FALSE(unseal(key, "another round", sealed));
    for (std::size_t at = 0; at < sealed.size(); at += 1 + sealed.size() / 60) {
      std::string altered = sealed;
      altered[at] = static_cast<char>(altered[at] ^ 1);
      CHECK_FALSE(unseal(key, "round", altered));
      CHECK_FALSE(unseal(key, "round", std::string_view(sealed).substr(0, at)));
    }
  }
  if (const std::string sealed = seal(key, "", "专家甲给三分"); true)
    CHECK(sealed.find("专家甲") == std::string::npos);
}

TEST_CASE("base64 and hexadecimal digits give back every byte, and refuse what is none", "[secret]") {
  std::mt19937 random(7);
  for (std::size_t length = 0; length < 70; ++length) {
    std::string bytes;
    for (std::size_t i = 0; i < length; ++i) bytes += static_cast<char>(random());
    CHECK(fromBase64(toBase64(bytes)) == bytes);
    CHECK(fromHex(toHex(bytes)) == bytes);
  }
  CHECK(toBase64("foobar!") == "Zm9vYmFyIQ==");
  for (const char* wrong : {"Zm9", "Zm9v!A==", "Z=9v", "====", "Zm9vYg=a"}) CHECK_FALSE(fromBase64(wrong));
  for (const char* wrong : {"a", "0g", "AB"}) CHECK_FALSE(fromHex(wrong));
}

#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include <catch2/catch.hpp>

#include "tests/support/folder.h"

namespace tiku::tests {

/// Writes the standard of the shipped sample as its next edition has it: one entry reworded, one more.
inline void writeNextEdition(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::string standard = test::bytesOf(from);
  const auto replace = [&standard](const std::string& what, const std::string& by) {
    const std::size_t at = standard.find(what);
    REQUIRE(at != std::string::npos);
    standard.replace(at, what.size(), by);
  };
  replace("edition=\"2026年版\"", "edition=\"2031年版\"");
  replace("text=\"游标卡尺读数方法\"", "text=\"游标卡尺和数显卡尺读数方法\"");
  replace("        <knowledge id=\"45ea353f-036d-43ef-8ebe-9f04ed0a911d\"",
          "        <knowledge id=\"00000000-0000-4000-8000-0000000000aa\" text=\"数显卡尺的电池更换\"/>\n"
          "        <knowledge id=\"45ea353f-036d-43ef-8ebe-9f04ed0a911d\"");
  std::ofstream(to, std::ios::binary) << standard;
}

}  // namespace tiku::tests

// `.tiku` files that nobody packed with Tiku: each is refused with a sentence, and nothing is written.
#include <fstream>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <zip.h>

#include "formats/base/error.h"
#include "formats/package/package.h"
#include "formats/package/save.h"
#include "tests/support/corpus.h"
#include "tests/support/folder.h"
#include "tests/support/random_bank.h"

using namespace tiku::formats;
using tiku::test::bytesOf;
using tiku::test::Folder;
namespace fs = std::filesystem;

namespace {

struct Entry {
  std::string name;
  std::string content;
  zip_uint32_t mode = 0;
  zip_uint16_t encryption = ZIP_EM_NONE;
};

const Entry kMime{"mimetype", "application/vnd.tiku.bank+zip"};

void makeZip(const fs::path& file, const std::vector<Entry>& entries) {
  zip_t* zip = ::zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  REQUIRE(zip != nullptr);
  for (const Entry& entry : entries) {
    zip_source_t* source = ::zip_source_buffer(zip, entry.content.data(), entry.content.size(), 0);
    const zip_int64_t at = ::zip_file_add(zip, entry.name.c_str(), source, ZIP_FL_ENC_GUESS);
    REQUIRE(at >= 0);
    const auto index = static_cast<zip_uint64_t>(at);
    if (entry.mode != 0) ::zip_file_set_external_attributes(zip, index, 0, ZIP_OPSYS_UNIX, entry.mode << 16U);
    if (entry.encryption != ZIP_EM_NONE) ::zip_file_set_encryption(zip, index, entry.encryption, "secret");
  }
  REQUIRE(::zip_close(zip) == 0);
}

void put(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

std::string refusal(const fs::path& file, const Limits& limits = {}) {
  try {
    const auto tree = openTree(file, limits);
    for (const std::string& path : tree->list()) static_cast<void>(tree->read(path));
  } catch (const FormatError& error) {
    CHECK(error.place().file.starts_with(file.string()));
    return std::to_string(static_cast<int>(error.code())) + " " + error.what();
  }
  return "no refusal";
}

}  // namespace

TEST_CASE("an archive with an entry that would leave the package is refused by name", "[package]") {
  const Folder folder;
  const fs::path file = folder / "a.tiku";
  for (const std::string name : {"../evil", "/etc/evil", "a/../../evil", "a\\..\\evil", "C:/evil", "a//evil",
                                 ".git/config", "a/.hidden", "a\nb", "../evil/"}) {
    makeZip(file, {kMime, {name, "x"}});
    INFO(name);
    CHECK(refusal(file).starts_with("10 压缩包里有不安全的文件名“"));
  }
  makeZip(file, {kMime, {"\xB2\xE2\xCA\xD4.xml", "x"}});
  CHECK(refusal(file) == "10 压缩包里有不安全的文件名“����.xml”。");
  makeZip(file, {kMime, {"link.xml", "/etc/passwd", S_IFLNK | 0777}});
  CHECK(refusal(file) == "10 压缩包里有链接或设备文件，不安全。");
  makeZip(file, {kMime, {"a.xml", "x", 0, ZIP_EM_AES_256}});
  CHECK(refusal(file) == "10 压缩包里的文件加了密，读不了。");
  makeZip(file, {kMime, {"a.xml", "x"}, {"b.xml", "y"}});
  std::string twice = bytesOf(file);
  for (std::size_t at; (at = twice.find("b.xml")) != std::string::npos;) twice[at] = 'a';
  put(file, twice);
  CHECK(refusal(file) == "10 压缩包里有两个同名的文件。");
  if (const auto slips = tiku::tests::corpus("hostile/zip-slip")) {
    for (const auto& entry : fs::directory_iterator(*slips)) {
      if (entry.path().extension() == ".zip")
        CHECK(refusal(entry.path()).starts_with("11 不是 Tiku 题库包："));
    }
  }
}

TEST_CASE("an archive over a safety limit is refused before it is unpacked", "[package]") {
  const Folder folder;
  const fs::path file = folder / "a.tiku";
  makeZip(file, {kMime, {"media/zeros", std::string(8U << 20U, '\0')}});
  Limits limits;
  limits.compressionRatio = 100;
  CHECK(refusal(file, limits) == "12 压缩比超过 100 倍，可能是压缩炸弹。");
  limits = {};
  limits.mediaBytes = 1U << 20U;
  CHECK(refusal(file, limits) == "12 文件有 8388608 字节，超过上限 1048576 字节。");
  limits = {};
  limits.compressionRatio = 100'000;
  limits.totalBytes = 1U << 20U;
  CHECK(refusal(file, limits) == "12 题库的文件合计超过上限 1048576 字节。");
  limits = {};
  limits.fileCount = 1;
  CHECK(refusal(file, limits) == "12 压缩包里的文件超过 1 个。");
  limits = {};
  limits.fileBytes = 10;
  makeZip(file, {kMime, {"bank.xml", "more than ten bytes"}});
  CHECK(refusal(file, limits) == "12 文件有 19 字节，超过上限 10 字节。");
}

TEST_CASE("a damaged archive is refused wherever the damage is", "[package]") {
  const Folder folder;
  saveNew(tiku::test::randomBank(5, {.theoryItems = 3}), folder / "bank");
  const fs::path file = folder / "a.tiku";
  packTree(*openTree(folder / "bank"), file);
  const std::string whole = bytesOf(file);
  for (std::size_t length = 0; length < whole.size(); length += 997) {
    put(file, whole.substr(0, length));
    CHECK_FALSE(refusal(file) == "no refusal");
  }
  // One flipped bit: refused, or without consequence for what is read.
  const std::string before = packToMemory(*openTree(folder / "bank"));
  for (std::size_t at = 0; at < whole.size(); at += 101) {
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    put(file, bytes);
    try {
      const auto tree = openTree(file);
      for (const std::string& path : tree->list()) {
        if (!fs::exists(folder / "bank" / path)) continue;  // A name with the flipped bit.
        const std::string content = tree->read(path);
        CHECK(content == bytesOf(folder / "bank" / path));
      }
    } catch (const FormatError&) {
      SUCCEED();
    }
  }
}

TEST_CASE("a file that is something else is told what it looks like", "[package]") {
  const Folder folder;
  const fs::path file = folder / "a.tiku";
  const auto looks = [&](const std::string& bytes) {
    put(file, bytes);
    return refusal(file);
  };
  const std::string no = "11 不是 Tiku 题库包：";
  CHECK(looks("") == no + "是空文件。");
  CHECK(looks("Rar!\x1A\x07") == no + "是 RAR 压缩文件。");
  CHECK(looks("7z\xBC\xAF\x27\x1C") == no + "是 7-Zip 压缩文件。");
  CHECK(looks("%PDF-1.7") == no + "是 PDF 文件。");
  CHECK(looks("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") ==
        no + "是旧版 Office 文件（.doc、.xls）或加密的 Office 文件。");
  CHECK(looks("<?xml version=\"1.0\"?>") == no + "是 XML 文件。");
  CHECK(looks("PK\x03\x04 and no more") == no + "是损坏或不完整的 zip 压缩文件。");
  CHECK(looks("something") == no + "不是 zip 压缩文件。");
  makeZip(file, {{"[Content_Types].xml", "x"}, {"word/document.xml", "x"}});
  CHECK(refusal(file) == no + "是 Word 文档（.docx）。");
  makeZip(file, {{"[Content_Types].xml", "x"}, {"xl/workbook.xml", "x"}});
  CHECK(refusal(file) == no + "是 Excel 工作簿（.xlsx）。");
  makeZip(file, {{"bank.xml", "x"}, {"tiku.xml", "x"}});
  CHECK(refusal(file) == no + "是装着题库文件的普通压缩包，第一个条目不是 mimetype。");
  makeZip(file, {{"mimetype", "application/epub+zip"}});
  CHECK(refusal(file) == no + "是别的 zip 压缩文件。");
  CHECK(refusal(folder / "none") == "30 没有这个文件或文件夹。");
  CHECK(refusal("/dev/null") == "11 这里既不是文件夹，也不是普通文件。");
}

TEST_CASE("an archive begins with its kind in plain bytes, and its bytes follow from its content alone",
          "[package]") {
  const auto tree = memoryTree("t", {{"tiku.xml", "x"}, {"bank.xml", "y"}, {"mimetype", "mine"}});
  const std::string bytes = packToMemory(*tree);
  CHECK(bytes.substr(30, 8) == "mimetype");
  CHECK(bytes.substr(38, 29) == "application/vnd.tiku.bank+zip");
  CHECK(packToMemory(*memoryTree("other name", {{"bank.xml", "y"}, {"tiku.xml", "x"}})) == bytes);
}

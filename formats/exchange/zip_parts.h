#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "formats/base/xml.h"
#include "formats/package/file_tree.h"

namespace tiku::formats {

/// A link from one part of an office file to another.
struct Relationship {
  std::string id;
  std::string type;    ///< Last segment of the type URI: "officeDocument", "image", "numbering".
  std::string target;  ///< Path of the part in the container; the address itself when external.
  bool external = false;
};

/// The parts of an office file (.docx, .xlsx): a zip held in memory (ECMA-376 part 2, OPC). Opening refuses
/// what is over the limits, encrypted, ambiguous, or would lie outside; nothing is ever written.
class ZipParts {
 public:
  /// `name` is for messages. Throws FormatError kNotUnderstood, kOverLimit.
  static ZipParts open(std::string bytes, const std::string& name, const Limits& limits = {});

  ZipParts(ZipParts&&) noexcept;
  ZipParts& operator=(ZipParts&&) noexcept;
  ~ZipParts();

  /// Paths of all parts, sorted, with '/'.
  [[nodiscard]] std::vector<std::string> list() const;
  /// Some names were written with '\\', which no zip should have.
  [[nodiscard]] bool hasBackslashes() const;
  /// Part names do not differ by ASCII case.
  [[nodiscard]] bool has(const std::string& path) const;
  /// Bytes of a part. Throws kIo when there is none, kOverLimit, kNotUnderstood when the data is damaged.
  [[nodiscard]] std::string read(const std::string& path) const;
  /// The part as XML.
  [[nodiscard]] XmlDocument readXml(const std::string& path) const;

  /// The part's relationships by id; empty when it has none. `path` is "" for the package itself.
  [[nodiscard]] std::map<std::string, Relationship> relationships(const std::string& path) const;
  /// Path of the document's main part (relationship "officeDocument"); empty when there is none.
  [[nodiscard]] std::string mainPart() const;

  /// "outer.docx!word/document.xml", for messages.
  [[nodiscard]] std::string placeOf(const std::string& path) const;

 private:
  struct Impl;
  explicit ZipParts(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// The bytes of a file from the user. Throws FormatError kIo (missing, a folder, no rights) or kOverLimit.
std::string readWholeFile(const std::filesystem::path& file, std::uint64_t limit = 256U << 20U);

/// `file` as the reports name it: without folders, in UTF-8.
std::string fileNameOf(const std::filesystem::path& file);

}  // namespace tiku::formats

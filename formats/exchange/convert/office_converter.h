#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace tiku::formats {

/// LibreOffice, for the file formats that it reads and we do not (.doc, .xls, .wps, .rtf, .odt ...).
///
/// It runs on a copy in a directory of our own with a profile of its own, so that it neither sees nor
/// disturbs the user's LibreOffice, without a shell, without network where the system allows to take it away,
/// and is killed with all it started when it takes too long.
class OfficeConverter {
 public:
  /// The LibreOffice in PATH; nothing when none is installed.
  static std::optional<OfficeConverter> find();

  explicit OfficeConverter(std::filesystem::path program,
                           std::chrono::milliseconds patience = std::chrono::minutes(2))
      : program_(std::move(program)), patience_(patience) {}

  /// The bytes of the file as `target` ("docx" or "xlsx"). `extension` ("doc") tells LibreOffice what it
  /// gets; `name` is for messages. `waiting` is called many times a second meanwhile; when it throws,
  /// LibreOffice is ended. Throws FormatError kNotUnderstood when LibreOffice made nothing of it, kOverLimit
  /// when it took too long, kIo.
  [[nodiscard]] std::string convert(const std::string& bytes, const std::string& extension,
                                    const std::string& target, const std::string& name,
                                    const std::function<void()>& waiting = {}) const;

 private:
  std::filesystem::path program_;
  std::chrono::milliseconds patience_;
};

}  // namespace tiku::formats

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/package/file_tree.h"

namespace tiku::formats {

/// One place of a document that its RELAX NG schema does not allow.
struct SchemaFault {
  int line = 0;  ///< 1-based.
  std::string message;
};

/// The schema of a package's file: `theory-item.rng`; empty when the path has none.
std::string schemaOf(std::string_view path);

/// Judges one document of a package by the schema in `schemas/` that its path asks for. Opening a bank does
/// not need it (the reader's own messages say more); it is for people who write packages by other programs.
/// Throws FormatError as read() does when the document is no XML at all, kUsage when the path has no schema.
std::vector<SchemaFault> validate(std::string_view path, const std::string& content,
                                  const Limits& limits = {});

/// The same by a schema that the path does not tell: of an expert's file, of a template.
std::vector<SchemaFault> validateWith(const std::string& schema, std::string_view path,
                                      const std::string& content, const Limits& limits = {});

}  // namespace tiku::formats

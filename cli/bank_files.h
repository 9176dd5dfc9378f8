#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "cli/session.h"
#include "formats/model/bank.h"
#include "formats/package/file_tree.h"
#include "validators/checker/profile.h"

/// Banks as the verbs open and save them.
namespace tiku::cli {

/// A bank with the files it was read from.
struct OpenBank {
  std::filesystem::path path;
  std::unique_ptr<formats::FileTree> tree;
  formats::Bank bank;
};

/// Reads a directory or a `.tiku`, or the revision `at` of a directory. Remarks of the reader go to standard
/// error.
OpenBank openBank(const std::filesystem::path& path, const Session& session, const std::string& at = {});

/// Applies the edit and writes what it changed: into the directory, or into a new `.tiku` put in the place of
/// the old one. Returns the number of files written or removed.
std::size_t applyAndSave(OpenBank& open, const formats::Edit& edit);

/// `given` (an id or a file) or else the profile that the bank names. Throws kUsage when there is neither.
validators::Profile profileFor(const formats::Bank& bank, const std::string& given);

/// "3", "三级" ... that the bank has. Throws kUsage naming the bank's levels.
formats::Level levelOf(const formats::Bank& bank, const std::string& text);
std::optional<formats::Level> optionalLevelOf(const formats::Bank& bank, const std::string& text);

/// The object, or the object that holds the part, named by id or printed code. Throws kUsage when nothing or
/// more than one thing has that name.
formats::Id findObject(const formats::Bank& bank, const std::string& name);

/// The object, or the blueprint that holds the scope, point or module; monostate where there is neither.
formats::Object holderOf(const formats::Bank& bank, formats::Id id);

}  // namespace tiku::cli

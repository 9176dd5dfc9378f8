#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "formats/exchange/import.h"

/// One reader for each format of other systems; importFile() picks by what the file is.
namespace tiku::formats {

bool looksLikeMoodle(std::string_view bytes);
ImportResult importMoodle(const Bank& bank, const std::string& bytes, const std::string& name,
                          const ImportOptions& options);

/// `text` is UTF-8.
bool looksLikeGift(std::string_view text);
ImportResult importGift(const Bank& bank, const std::string& text, const std::string& name,
                        const ImportOptions& options);

bool looksLikeAiken(std::string_view text);
ImportResult importAiken(const Bank& bank, const std::string& text, const std::string& name,
                         const ImportOptions& options);

/// A file of QTI by itself: an item, or something else that is refused with a reason.
bool looksLikeQti(std::string_view bytes);
/// A zip with an imsmanifest.xml, or with items and none: then it is refused with the reason.
bool isQtiPackage(const std::string& bytes, const std::string& name);
ImportResult importQtiPackage(const Bank& bank, const std::string& bytes, const std::string& name,
                              const ImportOptions& options);
/// The file that a package of QTI begins with.
inline constexpr const char* kQtiManifest = "imsmanifest.xml";
/// An unpacked package, given its imsmanifest.xml; the items come from a file named like its folder.
ImportResult importQtiFolder(const Bank& bank, const std::filesystem::path& manifest,
                             const ImportOptions& options);
/// An item's file by itself.
ImportResult importQtiItem(const Bank& bank, const std::string& bytes, const std::string& name,
                           const ImportOptions& options);

/// Puts the picture into `media` and returns its name there; one that this program wrote keeps its `name`,
/// whatever its kind. Empty where it is no picture.
std::string keptPicture(const std::string& name, std::string bytes,
                        std::map<std::string, std::string>& media);

/// The picture of "data:image/png;base64,..." put into `media`; its name, empty where it is none.
std::string pictureOfData(std::string_view address, std::map<std::string, std::string>& media);

/// Without any white space, as base64 may be broken into lines.
std::string withoutSpaces(std::string_view text);

}  // namespace tiku::formats

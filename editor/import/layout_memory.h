#pragma once

#include <map>
#include <string>

#include "formats/exchange/import.h"

/// What a person put right for one layout of files is remembered for the next file of the same layout.
namespace tiku::editor {

/// The layout as it was understood without anybody's help: equal for files of one layout, whatever they say.
/// Empty for a file of which nothing was told.
std::string layoutOf(const formats::ImportReport& report);

/// The corrections as they are remembered: without the name of the file, by which a CSV's only sheet goes.
formats::ReadingCorrections withoutFile(const formats::ReadingCorrections& corrections,
                                        const std::string& file);
/// And as they hold for another file of the layout.
formats::ReadingCorrections forFile(const formats::ReadingCorrections& corrections, const std::string& file);

/// What was put right, by layout.
using KnownLayouts = std::map<std::string, formats::ReadingCorrections>;

/// From the user's own settings.
KnownLayouts knownLayouts();
/// The kMostLayouts that were used last stay; no corrections forget the layout.
void rememberLayout(const std::string& layout, const formats::ReadingCorrections& corrections);

inline constexpr int kMostLayouts = 100;

}  // namespace tiku::editor

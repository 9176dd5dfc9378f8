#pragma once

#include <string>
#include <utility>
#include <vector>

#include "formats/model/bank.h"

/// What is done to a paper, as functions from one paper to the next.
namespace tiku::editor {

/// A line of a paper: a section, or one of its entries.
struct PaperLine {
  int section = -1;
  int entry = -1;  ///< -1: the section itself.
  auto operator<=>(const PaperLine&) const = default;
};

/// A paper of the level with a number of its own, and the sections of the level's paper plan, still empty.
formats::Paper newPaper(const formats::Bank& bank, formats::Level level, formats::Paper::Kind kind);

/// Puts items on the paper before the line `at`; behind the last entry when it is a section. With no such
/// place an item goes to the section that holds items of its type, else to a new section. Marks are those
/// that the plan gives the type, else those of the entry before, else the item's own. Items that the paper
/// has already are left out. Returns the lines of the new entries.
std::vector<PaperLine> addItems(formats::Paper& paper, const std::vector<formats::Id>& items, PaperLine at,
                                const formats::Bank& bank);

/// Adds a section behind `at`, at the end when there is none such; returns its line.
PaperLine addSection(formats::Paper& paper, PaperLine at, std::string title);

/// Takes the lines away; a section with all of its entries.
void removeLines(formats::Paper& paper, std::vector<PaperLine> lines);

/// Moves a section, or an entry, one place up (-1) or down (1), an entry also into the next section. Returns
/// where it is now.
PaperLine moveLine(formats::Paper& paper, PaperLine line, int by);

/// Moves entries before the line `to`, in their order; behind the last entry when `to` is a section. Returns
/// where they are now.
std::vector<PaperLine> moveEntries(formats::Paper& paper, std::vector<PaperLine> entries, PaperLine to);

/// The section's type of items: that of its first item, else the one that its title names.
std::optional<formats::ItemType> typeOf(const formats::PaperSection& section, const formats::Bank& bank);

}  // namespace tiku::editor

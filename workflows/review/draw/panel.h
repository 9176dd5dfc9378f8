#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/model/bank.h"
#include "validators/checker/profile.h"

/// 抽取专家, 第十条（三）: a panel drawn from the pool so that anyone can draw it again with public tools.
///
/// - The pool is fixed before the authority gives its number: `pool` is the SHA-256 of experts.xml
/// (sha256sum).
/// - The seed is SHA-256 of "tiku-panel-1\n<pool>\n<nonce>\n"; an expert's rank is SHA-256 of "<seed>:<expert
/// id>".
/// - Who is excluded is told with the reason. The others are taken by rank, smallest first; one whose kind is
/// full
///   is passed over: with 5 seats and at least 2 of 命题方法专家, no more than 3 of 试题内容专家 are taken.
/// - Where somebody does not come, the same is done without him: all others stay and the next one comes in.
namespace tiku::workflows {

inline constexpr std::string_view kPanelAlgorithm = "tiku-panel-1";

/// What a draw needs to know beside the bank and the profile.
struct PanelOrder {
  formats::Date on;  ///< Day of the draw: terms are judged by it.
  std::string by;    ///< Who draws.
  std::string nonce;
  int experts = 0;  ///< How many; 0 is as many as the profile asks at least.
};

/// SHA-256 of experts.xml as the bank holds it: to be told before the number is given. Throws FormatError
/// kConflict where the bank has no pool.
std::string poolDigest(const formats::Bank& bank);

/// The seed as described above. The nonce is taken without surrounding white space.
std::string panelSeed(std::string_view pool, std::string_view nonce);

/// Draws. Throws FormatError: kConflict where there is no pool, where the bank names no institution (so that
/// nobody knows who must keep out), or where too few can be drawn, with the reasons; kUsage for an order
/// below the profile's number or without a nonce.
formats::PanelDraw drawPanel(const formats::Bank& bank, const validators::PanelRules& rules,
                             const PanelOrder& order);

/// Who is on the panel now: those who were drawn, with the replacements, by rank.
std::vector<formats::Id> panelOf(const formats::PanelDraw& draw);

/// The same as members of a round; the first by rank is the chair.
std::vector<formats::Panelist> panelistsOf(const formats::PanelDraw& draw);

/// Enters that an expert of the panel does not come, and who comes instead; nobody where nobody is left.
/// Throws FormatError kUsage for somebody who is not on the panel.
formats::PanelDraw withRefusal(formats::PanelDraw draw, formats::Id expert, const formats::Date& on,
                               std::string reason);

/// What does not hold when the draw is done again.
struct DrawCheck {
  std::vector<std::string> problems;  ///< Sentences; empty where all holds.
  /// The pool is no longer that of the draw: the exclusions could not be judged again, the rest was.
  bool poolChanged = false;
};

/// Draws again from the record alone: ranks, order, who was drawn, who replaced whom.
DrawCheck checkDraw(const formats::PanelDraw& draw);
/// And from the bank, where its pool is still the same.
DrawCheck checkDraw(const formats::PanelDraw& draw, const formats::Bank& bank,
                    const validators::PanelRules& rules);

/// The draw put into the bank's record, in the place of the one with its id.
formats::Edit drawEdit(const formats::Bank& bank, formats::PanelDraw draw, std::string title);

}  // namespace tiku::workflows

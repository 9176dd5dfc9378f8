#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/model/bank.h"
#include "validators/checker/profile.h"

/// What a bundle will hold, before it is made: what each document still lacks, and what a person can write
/// into it.
namespace tiku::workflows {

/// A place of a document that the dossier fills in.
struct DossierField {
  std::string id;  ///< In Dossier::fields.
  std::string label;
  std::string group;                 ///< Fields of one group stand side by side under this word.
  std::vector<std::string> choices;  ///< Not empty: one of these.
  int lines = 0;                     ///< More than one: long.
  std::string fromBank;              ///< What the bank says already; then there is nothing to fill in.
  std::string value;                 ///< As it stands now.

  [[nodiscard]] bool filled() const { return !fromBank.empty() || !value.empty(); }
};

struct DossierSection {
  std::string title;
  std::vector<DossierField> fields;
};

/// A long text of a document, in Dossier::texts.
struct DossierText {
  std::string id;
  std::string title;
  std::string hint;  ///< What belongs there, as a sentence.
};

/// A document of the bundle as a line of a checklist.
struct ChecklistEntry {
  validators::BundleDocument document;
  std::string title;  ///< Without 《》 and remarks in brackets.
  std::vector<DossierSection> sections;
  std::vector<DossierText> texts;
  bool attachments = false;          ///< Its content are the dossier's attachments.
  bool sample = false;               ///< Its content is the sample.
  std::vector<std::string> missing;  ///< Whole sentences; empty when it is complete.
};

/// The documents that the profile asks for, in its order. `changed` is changedSinceApproval(), for who has it
/// at hand.
std::vector<ChecklistEntry> checklistOf(const formats::Bank& bank, const validators::Profile& profile,
                                        const std::optional<std::vector<formats::Id>>& changed = {});

}  // namespace tiku::workflows

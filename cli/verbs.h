#pragma once

#include "cli/session.h"

/// The verbs of the command, one file each. Each adds its subcommand to the program.
namespace tiku::cli {

void addNew(CLI::App& program, Session& session);
void addImport(CLI::App& program, Session& session);
void addCheck(CLI::App& program, Session& session);
void addWaive(CLI::App& program, Session& session);
void addDuplicates(CLI::App& program, Session& session);
void addSimilar(CLI::App& program, Session& session);
void addJudge(CLI::App& program, Session& session);
void addFix(CLI::App& program, Session& session);
void addDerive(CLI::App& program, Session& session);
void addCoverage(CLI::App& program, Session& session);
void addSample(CLI::App& program, Session& session);
void addExport(CLI::App& program, Session& session);
void addExportAs(CLI::App& program, Session& session);
void addTemplate(CLI::App& program, Session& session);
void addVerify(CLI::App& program, Session& session);
void addPack(CLI::App& program, Session& session);
void addUnpack(CLI::App& program, Session& session);
void addCommit(CLI::App& program, Session& session);
void addMerge(CLI::App& program, Session& session);
void addMergeDriver(CLI::App& program, Session& session);
void addLog(CLI::App& program, Session& session);
void addDiff(CLI::App& program, Session& session);
void addBlame(CLI::App& program, Session& session);
void addRestore(CLI::App& program, Session& session);
void addImpact(CLI::App& program, Session& session);
void addTag(CLI::App& program, Session& session);
void addTerms(CLI::App& program, Session& session);
void addSuggest(CLI::App& program, Session& session);
void addShow(CLI::App& program, Session& session);
void addSync(CLI::App& program, Session& session);
void addClone(CLI::App& program, Session& session);
void addExchange(CLI::App& program, Session& session);
void addDoctor(CLI::App& program, Session& session);
void addReview(CLI::App& program, Session& session);

}  // namespace tiku::cli

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <new>
#include <string_view>

#include "cli/session.h"
#include "cli/usage_error.h"
#include "cli/verbs.h"
#include "formats/base/say.h"

namespace {

using namespace tiku::cli;
using tiku::formats::ErrorCode;
using tiku::formats::FormatError;
using tiku::formats::Language;
using tiku::formats::say;
using tiku::formats::translate;
using tiku::formats::operator""_a;

// The language must be known before the options are described, so `--lang` is looked for by hand first.
Language wantedLanguage(int argc, char** argv) {
  std::string_view wanted;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') {
      wanted = value;
      break;
    }
  }
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument.starts_with("--lang=")) wanted = argument.substr(7);
    if (argument == "--lang" && i + 1 < argc) wanted = argv[i + 1];
  }
  return wanted.starts_with("en") ? Language::kEnglish : Language::kChinese;
}

int report(const Session& session, const FormatError& error) {
  if (session.json()) session.print(errorJson(error));
  session.err << "tiku: " << error.full() << '\n';
  return static_cast<int>(error.code());
}

int run(CLI::App& program, Session& session, int argc, char** argv) {
  try {
    program.parse(argc, argv);
    return session.exitCode;
  } catch (const CLI::Success& help) {
    return program.exit(help, session.out, session.err);
  } catch (const CLI::ParseError& wrong) {
    session.err << "tiku: "
                << say("命令写法不对：{detail}。用 --help 查看用法。", "detail"_a = usageWords(wrong))
                << '\n';
    return static_cast<int>(ErrorCode::kUsage);
  } catch (const FormatError& error) {
    return report(session, error);
  } catch (const std::filesystem::filesystem_error& error) {
    return report(session,
                  FormatError(ErrorCode::kIo, error.code().message(), {error.path1().string(), 0, {}}));
  } catch (const std::bad_alloc&) {
    return report(session, FormatError(ErrorCode::kOverLimit, translate("内存不够，没有做完。")));
  } catch (const std::exception& fault) {
    session.err << "tiku: "
                << say("程序内部错误：{what}。请把这一行连同所用的命令告诉我们。",
                       "what"_a = std::string(fault.what()))
                << '\n';
    return kInternalFault;
  }
}

}  // namespace

int main(int argc, char** argv) {
  tiku::formats::setLanguage(wantedLanguage(argc, argv));
  Session session{std::cout, std::cerr};
  CLI::App program(translate("题库工作台：编写、检查、报备职业技能等级认定题库。"), "tiku");
  std::string language;
  program.add_option("--lang", language, translate("消息的语言：zh 或 en；缺省按系统的语言环境。"))
      ->check(CLI::IsMember({"zh", "en"}));
  program.set_version_flag("--version", "tiku " TIKU_VERSION);
  program.require_subcommand(1);
  program.fallthrough();
  addNew(program, session);
  addImport(program, session);
  addCheck(program, session);
  addDuplicates(program, session);
  addSimilar(program, session);
  addJudge(program, session);
  addWaive(program, session);
  addFix(program, session);
  addDerive(program, session);
  addCoverage(program, session);
  addSample(program, session);
  addExport(program, session);
  addExportAs(program, session);
  addTemplate(program, session);
  addVerify(program, session);
  addPack(program, session);
  addUnpack(program, session);
  addCommit(program, session);
  addMerge(program, session);
  addMergeDriver(program, session);
  addLog(program, session);
  addDiff(program, session);
  addBlame(program, session);
  addRestore(program, session);
  addImpact(program, session);
  addTag(program, session);
  addSync(program, session);
  addClone(program, session);
  addExchange(program, session);
  addDoctor(program, session);
  addShow(program, session);
  addTerms(program, session);
  addSuggest(program, session);
  addReview(program, session);
  return run(program, session, argc, argv);
}

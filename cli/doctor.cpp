// tiku doctor: what is wrong with a bank's directory, and mending what can be proved.
#include "workflows/doctor/doctor.h"

#include <algorithm>
#include <ostream>

#include "cli/verbs.h"
#include "formats/base/say.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;

Json ailmentJson(const Ailment& one) {
  return {{"kind", one.kind},     {"path", one.path},   {"message", one.message},
          {"advice", one.advice}, {"grave", one.grave}, {"remedy", one.remedy}};
}

Json ailmentsJson(const std::vector<Ailment>& list) {
  Json json = Json::array();
  for (const Ailment& one : list) json.push_back(ailmentJson(one));
  return json;
}

void printAilment(const Ailment& one, bool mended, Session& session) {
  session.out << (mended ? "  ✓ " : one.grave ? "  ✗ " : "  · ") << one.message << '\n';
  if (mended) {
    session.out << "      " << say("已修复：{remedy}", "remedy"_a = one.remedy) << '\n';
  } else if (one.mend) {
    session.out << "      " << say("可以修复：{remedy}", "remedy"_a = one.remedy) << '\n';
  } else if (!one.advice.empty()) {
    session.out << "      " << one.advice << '\n';
  }
}

void run(const std::string& path, bool mending, Session& session) {
  workflows::Cure cure;
  {
    const Progress progress(translate("正在检查目录和历史"));
    if (mending) {
      cure = workflows::mend(path);
    } else {
      cure.left = workflows::examine(path);
    }
  }
  const bool grave = std::ranges::any_of(cure.left, [](const Ailment& one) { return one.grave; });
  if (grave) session.exitCode = kDoneWithErrors;
  if (session.json()) {
    session.print({{"mended", ailmentsJson(cure.mended)}, {"found", ailmentsJson(cure.left)}});
    return;
  }
  for (const Ailment& one : cure.mended) printAilment(one, true, session);
  for (const Ailment& one : cure.left) printAilment(one, false, session);
  const bool mendable =
      std::ranges::any_of(cure.left, [](const Ailment& one) { return one.mend != nullptr; });
  if (!grave) session.out << translate("没有妨碍使用的问题。") << '\n';
  if (mendable && !mending)
    session.out << translate("加上 --mend 修复能够证明的；挡路的文件移到 .git/tiku-doctor，不删除。") << '\n';
}

}  // namespace

void addDoctor(CLI::App& program, Session& session) {
  struct Options {
    std::string path;
    bool mending = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* verb = program.add_subcommand(
      "doctor", translate("检查题库目录和历史有没有损坏，说明能修复什么；--mend 修复。"));
  verb->add_option("DIR", options->path, translate("题库目录。"))->required();
  verb->add_flag("--mend", options->mending, translate("修复能够证明的。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { run(options->path, options->mending, session); });
}

}  // namespace tiku::cli

// tiku show: one object of a bank, as written and as judged.
#include <ostream>

#include "cli/bank_files.h"
#include "cli/findings.h"
#include "cli/verbs.h"
#include "formats/base/say.h"
#include "formats/package/package.h"
#include "validators/checker/checker.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using namespace tiku::validators;

struct Options {
  std::string path;
  std::string name;
  std::string at;
  std::string profile;
};

std::string keyText(const Key& key) {
  struct Words {
    std::string operator()(std::monostate) const { return translate("（没有答案）"); }
    std::string operator()(const ChoiceKey& choice) const {
      std::string letters;
      for (const int option : choice.options) letters += static_cast<char>('A' + option);
      return letters;
    }
    std::string operator()(const JudgementKey& judgement) const {
      return judgement.correct ? translate("正确") : translate("错误");
    }
    std::string operator()(const FillInKey& fillIn) const {
      std::string text;
      for (const auto& blank : fillIn.blanks) {
        for (std::size_t i = 0; i < blank.size(); ++i)
          text += (i == 0 ? (text.empty() ? "" : "；") : " / ") + blank[i];
      }
      return text;
    }
    std::string operator()(const ReferenceKey& reference) const { return reference.answer.str(); }
  };
  return std::visit(Words{}, key);
}

void printItem(const TheoryItem& item, const ItemSet* set, Session& session) {
  session.out << item.level.longName() << " · " << itemTypeName(item.type)
              << (item.code.empty() ? "" : " · " + item.code) << '\n';
  if (set != nullptr && !set->stem.empty())
    session.out << say("共用题干：{words}", "words"_a = set->stem.str()) << '\n';
  session.out << item.stem.str() << '\n';
  for (std::size_t i = 0; i < item.options.size(); ++i) {
    session.out << "  " << static_cast<char>('A' + i) << ". " << item.options[i].str() << '\n';
  }
  session.out << say("答案：{key}", "key"_a = keyText(item.key)) << '\n';
}

void printItem(const SkillItem& item, Session& session) {
  session.out << item.level.longName() << " · " << item.title << " · "
              << say("{marks} 分，{minutes} 分钟", "marks"_a = item.marks.str(), "minutes"_a = item.minutes)
              << '\n'
              << item.task.str() << '\n';
  for (const ScoreRow& row : item.scores) {
    session.out << "  " << row.number << "  " << row.criterion.str() << "  "
                << say("{marks} 分", "marks"_a = row.marks.str()) << '\n';
  }
}

void run(const Options& options, Session& session) {
  const OpenBank open = openBank(options.path, session, options.at);
  const Id id = findObject(open.bank, options.name);
  const Object object = holderOf(open.bank, id);
  std::vector<Finding> findings;
  if (!open.bank.info().profile.empty() || !options.profile.empty()) {
    findings = validators::check(open.bank, profileFor(open.bank, options.profile));
    std::erase_if(findings, [id](const Finding& f) { return f.subject.id != id && f.subject.object != id; });
  }
  const bool isMedia = as<Media>(object) != nullptr;
  if (session.json()) {
    Json list = Json::array();
    for (const Finding& finding : findings) list.push_back(findingJson(open.bank, finding));
    session.print({{"id", id.str()},
                   {"path", pathOf(object)},
                   {"xml", isMedia ? Json(nullptr) : Json(write(object))},
                   {"findings", std::move(list)}});
    return;
  }
  session.out << pathOf(object) << '\n';
  if (const auto* theory = as<TheoryItem>(object)) {
    printItem(*theory, open.bank.setOf(id), session);
  } else if (const auto* skill = as<SkillItem>(object)) {
    printItem(*skill, session);
  } else if (!isMedia) {
    session.out << write(object);
  }
  printFindings(open.bank, findings, true, session);
}

}  // namespace

void addShow(CLI::App& program, Session& session) {
  CLI::App* verb =
      program.add_subcommand("show", translate("查看一道试题、一套试卷、一个考评点，以及对它的检查结果。"));
  auto options = std::make_shared<Options>();
  verb->add_option("PATH", options->path, translate("题库：目录或 .tiku。"))->required();
  verb->add_option("ID", options->name, translate("标识或代码。"))->required();
  verb->add_option("--at", options->at, translate("查看历史上的一个版本：提交号、标签或 HEAD。"));
  verb->add_option("--profile", options->profile, translate("规则文件的编号或路径；缺省用题库自己的。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { run(*options, session); });
}

}  // namespace tiku::cli

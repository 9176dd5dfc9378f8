// tiku new: an empty bank in a new directory, with its history begun.
#include <ostream>
#include <sstream>

#include "cli/verbs.h"
#include "formats/base/say.h"
#include "formats/history/repository.h"
#include "formats/model/bank.h"
#include "formats/package/save.h"
#include "validators/checker/profile.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;

struct Options {
  std::string directory;
  std::string title;
  std::string occupation;
  std::string occupationName;
  std::string levels;
  std::string profile;
  bool papers = false;
};

std::vector<Level> parseLevels(const std::string& text) {
  std::vector<Level> levels;
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part, ',');) {
    const auto level = Level::parse(part);
    if (!level) {
      throw FormatError(ErrorCode::kUsage, say("“{text}”不是职业技能等级。", "text"_a = part), {},
                        translate("等级写作 5、4、3、2、1，用逗号隔开。"));
    }
    levels.push_back(*level);
  }
  std::ranges::sort(levels, std::ranges::greater{});
  levels.erase(std::ranges::unique(levels).begin(), levels.end());
  return levels;
}

BankInfo describe(const Options& options) {
  BankInfo info;
  info.packageId = Id::random();
  info.title = options.title;
  info.occupation = OccupationCode::parse(options.occupation);
  if (!info.occupation) {
    throw FormatError(ErrorCode::kUsage, say("“{text}”不是职业编码。", "text"_a = options.occupation), {},
                      translate("职业编码的写法是 4-04-05-05。"));
  }
  info.occupationName = options.occupationName.empty() ? options.title : options.occupationName;
  info.levels = parseLevels(options.levels);
  info.theoryKind = info.skillsKind = options.papers ? BankKind::kPapers : BankKind::kItems;
  info.profile = validators::Profile::load(options.profile).id();
  return info;
}

void run(const Options& options, Session& session) {
  const Bank bank(describe(options));
  saveNew(bank, options.directory);
  Repository repository = Repository::init(options.directory);
  const auto revision = repository.checkIn(say("新建题库：{title}", "title"_a = options.title));
  if (session.json()) {
    session.print({{"directory", options.directory},
                   {"package", bank.info().packageId.str()},
                   {"commit", revision ? Json(revision->commit) : Json(nullptr)}});
    return;
  }
  session.out << say("已新建题库“{title}”：{directory}", "title"_a = options.title,
                     "directory"_a = options.directory)
              << '\n';
}

}  // namespace

void addNew(CLI::App& program, Session& session) {
  CLI::App* verb = program.add_subcommand("new", translate("新建一个空题库。"));
  auto options = std::make_shared<Options>();
  verb->add_option("DIR", options->directory, translate("题库目录，必须不存在或为空。"))->required();
  verb->add_option("--title", options->title, translate("题库名称。"))->required();
  verb->add_option("--occupation", options->occupation, translate("职业编码，例如 4-04-05-05。"))->required();
  verb->add_option("--occupation-name", options->occupationName,
                   translate("职业（工种）名称；缺省同题库名称。"));
  verb->add_option("--levels", options->levels, translate("职业技能等级，例如 5,4,3。"))->required();
  verb->add_option("--profile", options->profile, translate("规则文件的编号，例如 guizhou。"))->required();
  verb->add_flag("--papers", options->papers, translate("建试卷库，而不是题库。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { run(*options, session); });
}

}  // namespace tiku::cli

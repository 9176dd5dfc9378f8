// tiku blame: who last changed each field of an object.
#include "workflows/history/blame.h"

#include <ostream>

#include "cli/object_name.h"
#include "cli/revision_json.h"
#include "cli/text_table.h"
#include "cli/verbs.h"
#include "formats/base/say.h"
#include "formats/base/utf8.h"
#include "formats/compare/fields.h"
#include "formats/history/repository.h"
#include "formats/package/package.h"
#include "workflows/compare/compare_states.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using namespace tiku::workflows;

struct BlameOptions {
  std::string path;
  std::string object;
  std::string field;
};

// The field by its name in files or as the user calls it.
std::string fieldNamed(const Object& object, const std::string& name) {
  std::string all;
  for (const Field& field : fieldsOf(object)) {
    if (field.name == name || field.word == name) return field.name;
    all += (all.empty() ? "" : "、") + field.name + " " + field.word;
  }
  throw FormatError(ErrorCode::kUsage, say("它没有“{field}”这一栏。", "field"_a = name), {},
                    say("可以用的有：{fields}。", "fields"_a = all));
}

bool isWanted(const BlamedPart& part, const std::string& field, Id row) {
  const std::string head = part.address.substr(0, part.address.find('/'));
  if (!field.empty() && head != field) return false;
  return row.empty() || part.address.ends_with("/" + row.str());
}

void runBlame(const BlameOptions& options, Session& session) {
  const Progress progress(translate("正在查历史"));
  const Repository repository = Repository::open(options.path);
  const NamedObject named = findNamed(options.path, options.object, {});
  const std::string field = options.field.empty() ? std::string() : fieldNamed(named.value, options.field);
  const auto tree = openTree(options.path);
  auto parts = blame(repository, named.value, "HEAD", namesOf(*tree, nullptr));
  std::erase_if(parts, [&](const BlamedPart& part) { return !isWanted(part, field, named.part); });
  if (session.json()) {
    Json list = Json::array();
    for (const BlamedPart& part : parts) {
      list.push_back({{"address", part.address},
                      {"word", part.word},
                      {"text", part.text},
                      {"revision", part.revision ? revisionJson(*part.revision) : Json(nullptr)}});
    }
    session.print({{"object", idOf(named.value).str()}, {"path", named.path}, {"parts", std::move(list)}});
    return;
  }
  using Align = TextTable::Align;
  TextTable table({Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft});
  for (const BlamedPart& part : parts) {
    std::string text = part.text;
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at))
      text.replace(at, 1, "⏎");
    constexpr std::size_t kMost = 90;
    if (part.revision) {
      table.add({part.revision->commit.substr(0, 10), revisionTime(*part.revision).substr(0, 10),
                 part.revision->author.name, part.word, shortened(text, kMost)});
    } else {
      table.add({"—", translate("未签入"), "", part.word, shortened(text, kMost)});
    }
  }
  session.out << table.str();
}

}  // namespace

void addBlame(CLI::App& program, Session& session) {
  CLI::App* verb = program.add_subcommand(
      "blame", translate("一道试题、一张表的每一栏、每一行，最后是谁在哪次签入改的。"));
  auto options = std::make_shared<BlameOptions>();
  verb->add_option("PATH", options->path, translate("题库目录。"))->required();
  verb->add_option("OBJECT", options->object, translate("标识、代码（试题、考评点）或文件的路径。"))
      ->required();
  verb->add_option("--field", options->field,
                   translate("只看一栏：stem 或题干，theory 或理论知识要素细目表……"));
  addFormat(*verb, session);
  verb->callback([options, &session] { runBlame(*options, session); });
}

}  // namespace tiku::cli

// tiku diff: what differs between two states of a bank; 修改记录.
#include <filesystem>
#include <map>
#include <ostream>
#include <unistd.h>

#include "cli/object_name.h"
#include "cli/revision_json.h"
#include "cli/verbs.h"
#include "formats/base/say.h"
#include "formats/base/today.h"
#include "formats/history/repository.h"
#include "formats/package/package.h"
#include "formats/package/save.h"
#include "workflows/compare/change_record.h"
#include "workflows/compare/compare_states.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using namespace tiku::workflows;

namespace fs = std::filesystem;

enum class DiffFormat { kText, kJson, kHtml, kDocx };

struct DiffOptions {
  std::string path;
  std::string from;
  std::string to;
  std::string object;
  std::string out;
  std::string date;
  DiffFormat format = DiffFormat::kText;
  bool force = false;
};

// A second package instead of a revision.
bool isPackage(const std::string& name) {
  return fs::exists(name) && !fs::is_symlink(name) &&
         (fs::is_regular_file(name) || fs::exists(fs::path(name) / "tiku.xml"));
}

/// Writes texts with what was removed and added marked: in colour on a terminal, else by brackets.
class Marked {
 public:
  explicit Marked(std::ostream& out, bool colour) : out_(out), colour_(colour) {}

  void pieces(const std::vector<DiffPiece>& pieces) const {
    constexpr int kAround = 40;
    for (const DiffPiece& piece : clipped(pieces, kAround)) {
      switch (piece.kind) {
        case DiffPiece::Kind::kSame:
          out_ << inLine(piece.text);
          break;
        case DiffPiece::Kind::kRemoved:
          mark(piece.text, "\033[31;9m", "[-", "-]");
          break;
        case DiffPiece::Kind::kAdded:
          mark(piece.text, "\033[32m", "{+", "+}");
          break;
      }
    }
  }
  [[nodiscard]] std::string head(const std::string& words) const {
    return colour_ ? "\033[1m" + words + "\033[0m" : words;
  }
  static std::string inLine(std::string text) {
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at))
      text.replace(at, 1, "⏎");
    return text;
  }

 private:
  void mark(const std::string& text, const char* colour, const char* open, const char* close) const {
    if (colour_) {
      out_ << colour << inLine(text) << "\033[0m";
    } else {
      out_ << open << inLine(text) << close;
    }
  }

  std::ostream& out_;
  bool colour_;
};

// The file takes the place of standard output, where one is named.
void deliver(const DiffOptions& options, const std::string& bytes, Session& session) {
  if (options.out.empty()) {
    session.out << bytes;
    return;
  }
  writeFileSafely(options.out, bytes, options.force);
  session.err << say("已写出 {file}（{bytes} 字节）。", "file"_a = options.out, "bytes"_a = bytes.size())
              << '\n';
}

void printCodes(const std::vector<CodeChange>& codes, std::ostream& out) {
  constexpr std::size_t kShown = 3;
  for (std::size_t i = 0; i < codes.size() && i < kShown; ++i)
    out << (i == 0 ? "" : "，") << codes[i].before << " → " << codes[i].after;
  if (codes.size() > kShown) out << "，……";
}

void printPart(const PartDifference& part, const Marked& marked, std::ostream& out) {
  out << "    " << part.word;
  if (part.deed != Deed::kChanged) out << "（" << deedWord(part.deed) << "）";
  out << "：";
  if (!part.codes.empty()) {
    out << say("{n} 个代码：", "n"_a = part.codes.size());
    printCodes(part.codes, out);
  } else if (!part.pieces.empty()) {
    marked.pieces(part.pieces);
  } else if (part.deed == Deed::kMoved || part.deed == Deed::kRenumbered) {
    out << Marked::inLine(part.before) << " → " << Marked::inLine(part.after);
  } else {
    using Kind = DiffPiece::Kind;
    if (!part.before.empty()) marked.pieces({{Kind::kRemoved, part.before}});
    if (!part.after.empty()) marked.pieces({{Kind::kAdded, part.after}});
  }
  if (!part.note.empty()) out << "（" << part.note << "）";
  out << '\n';
}

std::string summaryOf(const BankDifference& difference) {
  std::string words;
  const auto add = [&words](Deed deed, std::size_t n) {
    if (n > 0) words += (words.empty() ? "" : "，") + deedWord(deed) + " " + std::to_string(n);
  };
  for (const Deed deed : {Deed::kAdded, Deed::kRemoved, Deed::kChanged, Deed::kMoved, Deed::kReordered})
    add(deed, difference.count(deed));
  std::size_t codes = difference.count(Deed::kRenumbered);
  for (const Renumbering& one : difference.renumberings) codes += one.codes.size();
  add(Deed::kRenumbered, codes);
  return words;
}

std::string textOf(const BankDifference& difference, bool colour) {
  std::ostringstream out;
  const Marked marked(out, colour);
  if (difference.empty()) out << translate("没有差别。") << '\n';
  if (const std::string summary = summaryOf(difference); !summary.empty()) out << summary << '\n';
  for (const ObjectDifference& one : difference.objects) {
    out << '\n'
        << marked.head(deedWord(one.deed) + "  " + Marked::inLine(one.name)) << "  " << one.path << '\n';
    for (const PartDifference& part : one.parts) printPart(part, marked, out);
  }
  for (const Renumbering& one : difference.renumberings) {
    out << '\n'
        << marked.head(deedWord(Deed::kRenumbered) + "  " +
                       say("{what} {n} 道", "what"_a = one.word, "n"_a = one.codes.size()))
        << "  ";
    printCodes(one.codes, out);
    out << '\n';
  }
  if (!difference.otherFiles.empty()) {
    out << '\n' << translate("其他文件：") << '\n';
    for (const std::string& path : difference.otherFiles) out << "    " << path << '\n';
  }
  return out.str();
}

Json codesJson(const std::vector<CodeChange>& codes) {
  Json list = Json::array();
  for (const CodeChange& one : codes) {
    list.push_back({{"id", one.id.str()},
                    {"row", one.key},
                    {"name", one.name},
                    {"before", one.before},
                    {"after", one.after}});
  }
  return list;
}

Json partJson(const PartDifference& part) {
  Json json{{"address", part.address}, {"word", part.word},   {"deed", deedKey(part.deed)},
            {"before", part.before},   {"after", part.after}, {"note", part.note}};
  Json pieces = Json::array();
  for (const DiffPiece& piece : part.pieces) {
    const char* kind = piece.kind == DiffPiece::Kind::kSame      ? "same"
                       : piece.kind == DiffPiece::Kind::kRemoved ? "removed"
                                                                 : "added";
    pieces.push_back({{"kind", kind}, {"text", piece.text}});
  }
  json["pieces"] = std::move(pieces);
  json["codes"] = codesJson(part.codes);
  return json;
}

// What was compared: the id of a check-in, the path of a package; null for the files as they are.
std::pair<Json, Json> sidesJson(const DiffOptions& options) {
  if (isPackage(options.from)) return {options.path, options.from};
  const Repository repository = Repository::open(options.path);
  const auto commit = [&repository](const std::string& name) { return repository.find(name).commit; };
  return {commit(options.from.empty() ? "HEAD" : options.from),
          options.to.empty() ? Json(nullptr) : Json(commit(options.to))};
}

Json differenceJson(const DiffOptions& options, const BankDifference& difference) {
  Json summary;
  for (const Deed deed :
       {Deed::kAdded, Deed::kRemoved, Deed::kChanged, Deed::kMoved, Deed::kReordered, Deed::kRenumbered}) {
    summary[deedKey(deed)] = difference.count(deed);
  }
  Json objects = Json::array();
  for (const ObjectDifference& one : difference.objects) {
    Json parts = Json::array();
    for (const PartDifference& part : one.parts) parts.push_back(partJson(part));
    objects.push_back({{"id", one.id.str()},
                       {"path", one.path},
                       {"name", one.name},
                       {"deed", deedKey(one.deed)},
                       {"parts", std::move(parts)}});
  }
  Json renumberings = Json::array();
  for (const Renumbering& one : difference.renumberings)
    renumberings.push_back({{"word", one.word}, {"codes", codesJson(one.codes)}});
  const auto [from, to] = sidesJson(options);
  return {{"from", from},
          {"to", to},
          {"summary", std::move(summary)},
          {"objects", std::move(objects)},
          {"renumberings", std::move(renumberings)},
          {"otherFiles", difference.otherFiles}};
}

StateComparison compareStates(const DiffOptions& options) {
  if (isPackage(options.from)) {
    if (!options.to.empty())
      throw FormatError(ErrorCode::kUsage, translate("与另一个题库比较时，只能写那一个题库。"));
    return StateComparison::ofPackages(options.path, options.from);
  }
  const Repository repository = Repository::open(options.path);
  return StateComparison::ofRevisions(repository, options.path, options.from.empty() ? "HEAD" : options.from,
                                      options.to);
}

std::optional<Id> wantedObject(const DiffOptions& options) {
  if (options.object.empty()) return std::nullopt;
  const bool past = !options.from.empty() && !isPackage(options.from);
  return idOf(findNamed(options.path, options.object, past ? options.from : "").value);
}

ChangeRecord recordOf(const DiffOptions& options) {
  const auto object = wantedObject(options);
  if (isPackage(options.from)) {
    StateComparison states = compareStates(options);
    if (object) states.keepOnly(*object);
    const Object info = formats::read("bank.xml", states.before().read("bank.xml"), options.path);
    return changeRecord(*as<BankInfo>(info), fs::path(options.path).filename().string(),
                        fs::path(options.from).filename().string(), states.difference());
  }
  return changeRecord(Repository::open(options.path), options.path, options.from, options.to, object);
}

void runDiff(DiffOptions options, Session& session) {
  const Progress progress(translate("正在比较"));
  if (options.format == DiffFormat::kDocx || options.format == DiffFormat::kHtml) {
    if (options.format == DiffFormat::kDocx && options.out.empty()) {
      throw FormatError(ErrorCode::kUsage, translate("Word 文件不能写到标准输出。"), {},
                        translate("用 --out 写明要写的文件。"));
    }
    const ChangeRecord record = recordOf(options);
    const std::string date = options.date.empty() ? today() : options.date;
    deliver(options,
            options.format == DiffFormat::kDocx ? changeRecordDocument(record, date)
                                                : changeRecordPage(record, date),
            session);
    return;
  }
  StateComparison states = compareStates(options);
  if (const auto object = wantedObject(options)) states.keepOnly(*object);
  const BankDifference difference = states.difference();
  if (options.format == DiffFormat::kJson) {
    deliver(options,
            differenceJson(options, difference).dump(2, ' ', false, Json::error_handler_t::replace) + "\n",
            session);
  } else {
    const bool colour =
        options.out.empty() && isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
    deliver(options, textOf(difference, colour), session);
  }
}

}  // namespace

void addDiff(CLI::App& program, Session& session) {
  static const std::map<std::string, DiffFormat> kFormats{{"text", DiffFormat::kText},
                                                          {"json", DiffFormat::kJson},
                                                          {"html", DiffFormat::kHtml},
                                                          {"docx", DiffFormat::kDocx}};
  CLI::App* verb = program.add_subcommand(
      "diff", translate("比较题库的两个版本，或版本与现在的文件，逐栏列出改动；也写出《修改记录》。"));
  auto options = std::make_shared<DiffOptions>();
  verb->add_option("PATH", options->path, translate("题库目录；与另一个题库比较时也可以是 .tiku。"))
      ->required();
  verb->add_option(
      "FROM", options->from,
      translate("旧的版本：提交号、标签或 HEAD；或另一个题库（目录或 .tiku）。缺省为最后一次签入，"
                "《修改记录》从建立题库起。"));
  verb->add_option("TO", options->to, translate("新的版本；缺省为现在的文件。"));
  verb->add_option("--object", options->object, translate("只看一个对象：标识、代码或文件的路径。"));
  verb->add_option("--format", options->format,
                   translate("text、json，或《修改记录》的网页 html、Word 文件 docx。"))
      ->transform(CLI::CheckedTransformer(kFormats).description("text|json|html|docx"));
  verb->add_option("--out,--output", options->out, translate("要写的文件；缺省写到标准输出。"));
  verb->add_option("--date", options->date, translate("《修改记录》落款的日期；缺省为今天。"));
  verb->add_flag("--force", options->force, translate("已有同名文件时替换它。"));
  verb->callback([options, &session] {
    if (options->format == DiffFormat::kJson) session.format = Format::kJson;
    runDiff(*options, session);
  });
}

}  // namespace tiku::cli

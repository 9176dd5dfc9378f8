// The whole story of a round by the command alone: a panel drawn, five experts on five machines, one late,
// one file tampered with, the opening, the discussion, 限期整改, answers, 复核, 合格, and what is watched
// over then.
#include <algorithm>
#include <set>

#include "formats/exchange/importers.h"
#include "formats/exchange/zip_parts.h"
#include "formats/package/save.h"
#include "tests/cli/review_office.h"
#include "tests/support/xlsx_builder.h"

using namespace tiku::tests;
using Catch::Matchers::Contains;
using nlohmann::json;

namespace fs = std::filesystem;

namespace {

constexpr const char* kMimetype = "application/vnd.tiku.review+zip";

/// Experts of Excel: eight who may come, two who may not.
void writePool(const fs::path& file) {
  std::vector<std::vector<std::string>> rows{{"姓名", "类别", "工作单位", "职称", "专业", "聘任日期"}};
  for (int i = 1; i <= 8; ++i) {
    rows.push_back({"专家" + std::to_string(i), i <= 5 ? "试题内容专家" : "命题方法专家",
                    "第" + std::to_string(i) + "技师学院", "高级讲师", "6-99-99-01、量具检校员",
                    "2025-03-01"});
  }
  rows.push_back({"林晓", "内容", "示例机床厂", "", "量具检校员", "2025-03-01"});
  rows.push_back({"本单位的", "方法", "示例职业技能评价中心", "", "", "2025-03-01"});
  XlsxBuilder builder;
  builder.pages.push_back({"专家", XlsxBuilder::rows(rows), {}, {}});
  std::ofstream(file, std::ios::binary) << builder.bytes();
}

/// An expert's machine: a folder with his file and nothing else.
struct Desk {
  const Office& office;
  std::string name;
  fs::path folder;

  Desk(const Office& at, std::string expert, const std::string& where)
      : office(at), name(std::move(expert)), folder(at.folder / where) {
    fs::create_directories(folder);
  }
  [[nodiscard]] fs::path file() const { return folder / "评审.tiku-review"; }
  /// The file comes on a stick, and goes back as `where` it is put.
  void receive(const std::string& from) const {
    fs::remove(file());
    fs::rename(office.folder / from, file());
  }
  [[nodiscard]] std::string handIn(const std::string& as) const {
    fs::create_directories(office.folder / "in");
    fs::copy_file(file(), office.folder / "in" / as, fs::copy_options::overwrite_existing);
    return "in/" + as;
  }
  json review(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin() + 1, "评审.tiku-review");
    return office.review(std::move(arguments), folder);
  }
  [[nodiscard]] json task() const { return review({"task"}); }
  std::string submit(const char* on, const char* comment = "可以使用。") const {
    return review({"submit", "--conflict", "无", "--comment", comment, "--on", on})["receipt"];
  }
};

/// Theory items that an expert has, by id, with their stems.
std::map<std::string, std::string> stemsOf(const json& task) {
  std::map<std::string, std::string> stems;
  for (const auto& object : task["objects"]) {
    if (object["text"].contains("stem")) stems[object["object"]] = object["text"]["stem"];
  }
  return stems;
}

std::string firstCharacters(const std::string& text, int count) {
  std::size_t at = 0;
  while (at < text.size() && count-- > 0) {
    do ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  }
  return text.substr(0, at);
}

/// What all of them think of nearly everything, as the table that `score --from` reads.
void scoreAll(const Desk& desk, const json& task, const std::map<std::string, std::string>& differently) {
  std::string table;
  for (const auto& object : task["objects"]) {
    const std::string id = object["object"];
    const auto other = differently.find(id);
    table += id + "\t" + (other == differently.end() ? "4\t70\tadopt" : other->second) + "\n";
  }
  for (const auto& line : task["rubric"])
    table += "line\t" + line["line"].get<std::string>() + "\t" + line["marks"].get<std::string>() + "\t\n";
  std::ofstream(desk.folder / "scores.tsv", std::ios::binary) << table;
  CHECK(desk.review({"score", "--from", "scores.tsv"})["missing"].size() == 1);  // 回避声明
}

/// Somebody gives a submitted file another score, with another program.
void tamper(const fs::path& file) {
  using namespace tiku::formats;
  const auto tree = openArchive(tiku::test::bytesOf(file), "t", kMimetype);
  std::vector<std::pair<std::string, std::string>> entries;
  for (const std::string& path : tree->list()) entries.emplace_back(path, tree->read(path));
  for (auto& [path, content] : entries) {
    if (path == "review/answers.xml") content.replace(content.find("relevance=\"4\""), 13, "relevance=\"1\"");
  }
  std::ofstream(file, std::ios::binary) << packToMemory(*memoryTree("t", entries), kMimetype);
}

/// The words of a Word document, cells parted by "|".
std::string wordsOf(const std::string& docx) {
  using namespace tiku::formats;
  std::string words;
  for (const auto& block : readDocxBytes(docx, "report.docx").blocks) {
    if (const auto* paragraph = std::get_if<DocParagraph>(&block)) {
      words += paragraph->line() + "\n";
      continue;
    }
    for (const auto& row : std::get<DocTable>(block).rows) {
      for (const DocCell& cell : row) words += cell.str() + "|";
      words += "\n";
    }
  }
  return words;
}

void holds(const std::string& text, const std::vector<std::string>& words) {
  for (const std::string& one : words) CHECK_THAT(text, Contains(one));
}

/// A round and those who take part in it.
struct Story {
  Office office;
  std::vector<Desk> desks;
  std::vector<std::string> key{"--key", "chair.key"};
  // Items that remarks are about, and one that everybody would drop.
  std::string suggested, refused, mended, dropped, blueprint;
  std::string quote, refusedQuote;
  std::map<std::string, std::string> stems;

  json keyed(std::vector<std::string> arguments, const std::string& by, const std::string& on) const {
    arguments.insert(arguments.end(), key.begin(), key.end());
    return office.step(std::move(arguments), by, on);
  }
  json collect(const std::vector<std::string>& files, const std::string& on, int exitCode = 0) const {
    std::vector<std::string> arguments{"review", "collect", "bank", "--on", on};
    arguments.insert(arguments.end(), key.begin(), key.end());
    arguments.insert(arguments.end(), files.begin(), files.end());
    const Run made = office.run(arguments);
    INFO(made.err);
    REQUIRE(made.exitCode == exitCode);
    return made.json();
  }
  [[nodiscard]] std::string chair() const { return desks.front().name; }
  [[nodiscard]] fs::path itemFile(const std::string& id) const {
    for (const auto& entry : fs::recursive_directory_iterator(office.folder / "bank" / "items")) {
      if (entry.path().stem() == id) return fs::relative(entry.path(), office.folder.path());
    }
    FAIL("no file of " << id);
    return {};
  }
  void change(const std::string& id, const std::string& from, const std::string& to) const {
    std::string content = office.read(itemFile(id));
    const std::size_t at = content.find(from);
    REQUIRE(at != std::string::npos);
    content.replace(at, from.size(), to);
    office.write(itemFile(id), content);
  }
  [[nodiscard]] json lineAbout(const std::string& object) const {
    const json opinions = office.review({"opinions", "bank"})["opinions"];
    for (const auto& line : opinions) {
      if (line["object"] == object) return line;
    }
    return {};
  }

  void drawPanel();
  void start();
  void workAlone();
  void collectAll();
  void open();
  void discuss();
  void conclude();
  void answer();
  void rereview();
  void writeReports(bool rectified);
  void watch();
};

void Story::drawPanel() {
  writePool(office.folder / "experts.xlsx");
  REQUIRE(office.run({"import", "experts.xlsx", "--into", "bank", "--as", "experts"}).exitCode == 0);
  const json drawn = office.review(
      {"draw", "bank", "--nonce", "42", "--experts", "5", "--by", "市鉴定中心", "--on", "2026-03-01"});
  REQUIRE(drawn["panel"].size() == 5);
  CHECK(drawn["content"] == 1);
  CHECK(drawn["method"] == 1);
  std::map<std::string, std::string> excluded;
  for (const auto& one : drawn["candidates"]) {
    if (one["excluded"] != "") excluded[one["name"]] = one["excluded"];
  }
  CHECK(excluded ==
        std::map<std::string, std::string>{{"林晓", "参加过题库开发"}, {"本单位的", "本单位人员"}});
  const json after =
      office.review({"refuse", "bank", drawn["panel"][1], "--reason", "出差", "--on", "2026-03-01"});
  CHECK(after["refusals"][0]["expert"] == drawn["panel"][1]);
  const json redrawn = office.review({"redraw", "bank"});
  CHECK(redrawn["ok"] == true);
  CHECK(redrawn["problems"].empty());
  office.commit("抽取专家");
}

void Story::start() {
  const json started =
      keyed({"start", "bank", "--title", "报备评审", "--draw", "latest"}, "王科长", "2026-03-02");
  CHECK(started["round"]["state"] == "accepted");
  CHECK(started["round"]["due"] == "2026-03-16");  // Ten working days, as the profile says.
  const json members = office.review({"status", "bank", "--on", "2026-03-02"})["members"];
  REQUIRE(members.size() == 5);
  const json draw = office.review({"redraw", "bank"});
  CHECK(draw["ok"] == true);
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(members[i]["chair"] == (i == 0));
    desks.emplace_back(office, members[i]["name"].get<std::string>(), "desk" + std::to_string(i));
  }
  const json sent = keyed({"invite", "bank", "--out", "out"}, chair(), "2026-03-03");
  REQUIRE(sent["files"].size() == 5);
  CHECK(sent["round"]["state"] == "reviewing");
  for (std::size_t i = 0; i < 5; ++i) desks[i].receive(sent["files"][i]["file"]);
  CHECK(fs::is_empty(office.folder / "out"));
}

void Story::workAlone() {
  std::vector<json> tasks;
  for (const Desk& desk : desks) tasks.push_back(desk.task());
  std::set<std::string> taken;
  const auto pick = [&](std::size_t expert) {
    for (const auto& [id, stem] : stemsOf(tasks[expert])) {
      if (!taken.insert(id).second) continue;
      stems[id] = stem;
      return id;
    }
    FAIL("no item left");
    return std::string();
  };
  suggested = pick(0);
  refused = pick(1);
  mended = pick(2);
  dropped = pick(3);
  quote = firstCharacters(stems[suggested], 5);
  refusedQuote = firstCharacters(stems[refused], 5);
  for (const auto& object : tasks[2]["objects"]) {
    if (object["title"] == "三级考评蓝图") blueprint = object["object"];
  }
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(tasks[i]["name"] == desks[i].name);
    CHECK(tasks[i]["phase"] == "independent");
    std::map<std::string, std::string> differently{{dropped, "2\t70\tdrop"}};
    if (i == 0) differently[suggested] = "2\t40\trevise";
    if (!stemsOf(tasks[i]).contains(dropped)) differently.erase(dropped);
    scoreAll(desks[i], tasks[i], differently);
  }
  const auto remark = [](const Desk& desk, std::vector<std::string> more) {
    more.insert(more.begin(), "annotate");
    CHECK(desk.review(more)["missing"].size() == 1);
  };
  remark(desks[0], {suggested, "--field", "stem", "--quote", quote, "--occurrence", "1", "--kind", "unclear",
                    "--gravity", "grave", "--comment", "开头说得不清楚", "--suggest", "按规程，" + quote});
  remark(desks[1], {refused, "--field", "stem", "--quote", refusedQuote, "--occurrence", "1", "--kind",
                    "form", "--gravity", "advice", "--comment", "可以更简洁", "--suggest", "请问"});
  remark(desks[2], {mended, "--kind", "knowledge", "--comment", "整道题与现行规程不符"});
  remark(desks[2], {blueprint, "--field", "theory", "--kind", "scope", "--comment", "细目表偏重检校"});
  CHECK(desks[0].task()["annotations"][0]["quote"] == quote);
}

void Story::collectAll() {
  std::vector<std::string> receipts;
  for (const Desk& desk : desks) receipts.push_back(desk.submit("2026-03-10"));
  // The fourth's file is altered after he submitted it, the fifth lost his and got another one.
  const std::string altered = desks[3].handIn("altered.tiku-review");
  tamper(office.folder / altered);
  const std::string old = desks[4].handIn("old.tiku-review");
  desks[4].receive(keyed({"invite", "bank", "--expert", desks[4].name, "--out", "out"}, chair(),
                         "2026-03-11")["files"][0]["file"]);
  // A file of the same people, of another round of another copy of the bank.
  fs::copy(office.folder / "bank", office.folder / "other", fs::copy_options::recursive);
  fs::remove_all(office.folder / "other" / "reviews");
  std::vector<std::string> other{"start", "other", "--title", "另一轮", "--draw", "latest", "--key", "o.key"};
  office.step(other, "王科长", "2026-03-02");
  const Desk stranger(office, "", "stranger");
  stranger.receive(
      office.step({"invite", "other", "--out", "out", "--expert", desks[1].name, "--key", "o.key"}, "王科长",
                  "2026-03-03")["files"][0]["file"]);
  scoreAll(stranger, stranger.task(), {});
  stranger.submit("2026-03-10");

  const std::string first = desks[0].handIn("a.tiku-review");
  const std::vector<std::string> files{
      first, desks[1].handIn("b.tiku-review"), altered, desks[2].handIn("c.tiku-review"),
      old,   stranger.handIn("x.tiku-review"), first};
  const json collected = collect(files, "2026-03-12", 20);
  REQUIRE(collected["collected"].size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(collected["collected"][i]["name"] == desks[i].name);
    CHECK(collected["collected"][i]["receipt"] == receipts[i]);
    CHECK(collected["collected"][i]["late"] == false);
  }
  std::vector<std::string> reasons;
  for (const auto& one : collected["refused"]) reasons.push_back(one["message"]);
  REQUIRE(reasons.size() == 4);
  CHECK(reasons[0] == "意见在提交之后被改动过。");
  CHECK_THAT(reasons[1], Contains("作废"));
  CHECK_THAT(reasons[2], Contains("轮"));
  CHECK_THAT(reasons[3], Contains("已经"));
  CHECK(collect({desks[3].handIn("d.tiku-review")}, "2026-03-13")["collected"][0]["late"] == false);
}

void Story::open() {
  const json status = office.review({"status", "bank", "--on", "2026-03-17"});
  CHECK(status["late"] == true);
  CHECK(status["outstanding"] == 1);
  for (std::size_t i = 0; i < 5; ++i) CHECK(status["members"][i]["late"] == (i == 4));
  CHECK_THAT(office.refused({"results", "bank"}, 20), Contains("还没有启封"));
  CHECK_THAT(office.refused({"scores", "bank"}, 20), Contains("还没有"));
  CHECK_THAT(office.refused({"report", "bank", "--as", "evaluation", "--out", "no.docx"}, 20),
             Contains("还没有"));
  CHECK(office.refused({"open", "bank", "--by", chair(), "--key", "chair.key", "--on", "2026-03-17"}, 20) ==
        "还有专家没有交：" + desks[4].name + "。");
  // The late one has forgotten nothing: his new file is blank, and he fills it in again.
  scoreAll(desks[4], desks[4].task(),
           stemsOf(desks[4].task()).contains(dropped)
               ? std::map<std::string, std::string>{{dropped, "2\t70\tdrop"}}
               : std::map<std::string, std::string>{});
  desks[4].submit("2026-03-17");
  CHECK(collect({desks[4].handIn("e.tiku-review")}, "2026-03-18")["collected"][0]["late"] == true);
  CHECK(keyed({"open", "bank"}, chair(), "2026-03-18")["round"]["state"] == "summary");

  const json results = office.review({"results", "bank"});
  REQUIRE(results["submissions"].size() == 5);
  std::vector<std::size_t> remarks;
  for (const auto& one : results["submissions"]) remarks.push_back(one["annotations"].size());
  CHECK(remarks == std::vector<std::size_t>{1, 1, 2, 0, 0});
  for (const auto& one : results["submissions"]) {
    for (const auto& annotation : one["annotations"]) CHECK(annotation["text"] == "holds");
  }

  const json scores = office.review({"scores", "bank", "--limit", "0"});
  CHECK(scores["experts"] == 5);
  const double items = static_cast<double>(scores["items"].size());
  CHECK(scores["items"][0]["object"] == suggested);
  CHECK(scores["items"][0]["votes"] == json({{"adopt", 2}, {"revise", 1}, {"drop", 0}}));
  CHECK(scores["items"][0]["contentValidity"]["value"].get<double>() == Approx(2.0 / 3));
  const json& figures = scores["statistics"];
  // One item of which one in three says that it has little to do with its point, one of which all say so.
  CHECK(figures["contentValidityAverage"]["value"].get<double>() == Approx((items - 2 + 2.0 / 3) / items));
  CHECK(figures["contentValidityUniversal"]["value"].get<double>() == Approx((items - 2) / items));
  CHECK(scores["passLines"].size() == 2);
  const auto gone =
      std::ranges::find_if(scores["items"], [&](const json& item) { return item["object"] == dropped; });
  REQUIRE(gone != scores["items"].end());
  CHECK((*gone)["verdict"] == "drop");
}

void Story::discuss() {
  for (const std::size_t i : {0U, 1U}) {
    desks[i].receive(keyed({"invite", "bank", "--expert", desks[i].name, "--out", "out"}, chair(),
                           "2026-03-18")["files"][0]["file"]);
  }
  const json task = desks[0].task();
  CHECK(task["phase"] == "discussion");
  REQUIRE(task["annotations"].size() == 1);  // What he said before is there to go on from.
  const std::string own = task["annotations"][0]["id"];
  CHECK(desks[0].review({"score", suggested, "--relevance", "4", "--verdict", "adopt"})["missing"].empty());
  desks[0].submit("2026-03-19");
  collect({desks[0].handIn("talk.tiku-review")}, "2026-03-19");
  CHECK(office.refused({"open", "bank", "--by", chair(), "--key", "chair.key", "--on", "2026-03-19"}, 20) ==
        "还有专家没有交：" + desks[1].name + "。");
  keyed({"open", "bank", "--reason", "他在出差，意见已经清楚"}, chair(), "2026-03-19");
  const json results = office.review({"results", "bank"});
  CHECK(results["submissions"].size() == 6);
  const json scores = office.review({"scores", "bank", "--limit", "0"});
  for (const auto& item : scores["items"]) {
    if (item["object"] == suggested) CHECK(item["votes"] == json({{"adopt", 3}, {"revise", 0}, {"drop", 0}}));
  }
  // Agreement is what they said alone.
  CHECK(scores["statistics"]["contentValidityUniversal"]["value"].get<double>() < 0.999);
}

void Story::conclude() {
  const std::vector<std::string> rectify{"conclude", "bank", "--as", "to-rectify"};
  std::vector<std::string> silent = rectify;
  silent.insert(silent.end(), {"--by", chair(), "--on", "2026-03-20"});
  CHECK(office.refused(silent, 2) == "“限期整改”的结论要写明理由和整改意见。");
  std::vector<std::string> told = rectify;
  told.insert(told.end(), {"--reason", "三道题和一张表要改"});
  const json concluded = office.step(told, chair(), "2026-03-20");
  CHECK(concluded["opinions"] == 4);
  CHECK(concluded["round"]["rectifyBy"] == "2026-04-20");  // 30 days end on a Sunday.
  writeReports(false);
}

void Story::answer() {
  CHECK(office.review({"assign", "bank", "--to", "林晓"})["assigned"] == 4);
  const std::string accepted = lineAbout(suggested)["id"];
  const json done = office.step({"answer", "bank", accepted, "--accept"}, "林晓", "2026-03-25")["opinion"];
  CHECK(done["status"] == "answered");
  CHECK(done["suggested"] == "accepted");
  CHECK(done["answerer"] == "林晓");
  CHECK(done["text"] == "changed");
  REQUIRE(done["changes"].size() == 1);
  CHECK(done["changes"][0]["after"] == "按规程，" + stems[suggested]);
  CHECK(office.review({"status", "bank", "--on", "2026-03-25"})["round"]["state"] == "rectifying");

  const std::string other = lineAbout(refused)["id"];
  CHECK(office.refused({"answer", "bank", other, "--refuse", "--by", "林晓"}, 2) ==
        "答复要写明改了什么，或者为什么不改。");
  const json kept =
      office.step({"answer", "bank", other, "--refuse", "--reason", "考试用语有规定"}, "林晓", "2026-03-25");
  CHECK(kept["opinion"]["suggested"] == "refused");
  CHECK(kept["opinion"]["changes"].empty());

  change(mended, "</p>", "（按现行规程）</p>");
  office.write("规程.pdf", "%PDF-1.4 the regulation");
  const json own = office.step(
      {"answer", "bank", lineAbout(mended)["id"], "--text", "已按现行规程改写", "--evidence", "规程.pdf"},
      "林晓", "2026-03-26")["opinion"];
  REQUIRE(own["evidence"].size() == 1);
  CHECK(fs::exists(office.folder / "bank" / "media" / own["evidence"][0].get<std::string>()));
  CHECK(own["text"] == "changed");
  CHECK_THAT(office.refused({"hand-in", "bank", "--by", "林晓", "--on", "2026-03-26"}, 20), Contains("签入"));
  office.commit("整改");
  CHECK_THAT(office.refused({"hand-in", "bank", "--by", "林晓", "--on", "2026-03-26"}, 20),
             Contains("还有意见没有答复：三级考评蓝图：细目表偏重检校"));
  office.step({"answer", "bank", lineAbout(blueprint)["id"], "--text", "权重依国家职业标准，不改"}, "林晓",
              "2026-03-26");
  office.commit("整改完毕");
  CHECK(office.step({"hand-in", "bank"}, "林晓", "2026-03-27")["round"]["state"] == "rereview");
  CHECK(lineAbout(mended)["revision"].get<std::string>().size() == 40);
}

void Story::rereview() {
  // Who made two of the remarks cannot come any more; somebody of the pool who was not drawn takes them over.
  std::set<std::string> panel;
  for (const Desk& desk : desks) panel.insert(desk.name);
  std::string newcomer;
  const json pool = office.review({"experts", "bank", "--on", "2026-03-28"})["experts"];
  for (const auto& expert : pool) {
    if (expert["excluded"] == "" && !panel.contains(expert["name"])) newcomer = expert["name"];
  }
  REQUIRE_FALSE(newcomer.empty());
  CHECK(office.refused({"leave", "bank", "--expert", desks[2].name, "--replacement", "本单位的", "--reason",
                        "病假", "--by", chair(), "--on", "2026-03-28"},
                       20) == "“本单位的”不能参加：本单位人员，示例职业技能评价中心。");
  office.step({"leave", "bank", "--expert", desks[2].name, "--replacement", newcomer, "--reason", "病假"},
              chair(), "2026-03-28");
  const json taken = lineAbout(mended);
  CHECK(taken["decides"] == "expert");
  CHECK(taken["thread"].back()["text"] == "提出意见的专家已退出，由“" + newcomer + "”接手认定。");
  desks[2].name = newcomer;

  for (const std::size_t i : {0U, 1U, 2U}) {
    const json sent = keyed({"invite", "bank", "--expert", desks[i].name, "--out", "out"}, chair(),
                            "2026-03-28")["files"][0];
    desks[i].receive(sent["file"]);
    const json task = desks[i].task();
    CHECK(task["opinions"].size() == (i == 2 ? 2 : 1));
    for (const auto& opinion : task["opinions"]) desks[i].review({"settle", opinion["id"], "--agree"});
    desks[i].submit("2026-03-29", "");
    collect({desks[i].handIn("again" + std::to_string(i) + ".tiku-review")}, "2026-03-29");
  }
  CHECK(office.review({"status", "bank", "--on", "2026-03-29"})["outstanding"] == 0);
  keyed({"open", "bank"}, chair(), "2026-03-29");
  const json lines = office.review({"opinions", "bank"})["opinions"];
  for (const auto& line : lines) CHECK(line["status"] == "agreed");
  const json passed = office.step({"conclude", "bank", "--as", "passed"}, chair(), "2026-03-30");
  CHECK(passed["round"]["state"] == "passed");
  const std::size_t objects = office.review({"scores", "bank", "--limit", "0"})["items"].size() + 2;
  CHECK(passed["approved"] == objects - 1);  // The tables too, and not what all would drop.
  writeReports(true);
}

void Story::writeReports(bool rectified) {
  const auto report = [&](const char* kind) {
    const json made = office.review(
        {"report", "bank", "--as", kind, "--out", "report.docx", "--date", "2026-03-31", "--force"});
    const std::string bytes = office.read("report.docx");
    CHECK(made["bytes"] == bytes.size());
    return wordsOf(bytes);
  };
  holds(report("evaluation"),
        {"量具检校员自建题库评估报告", "示例职业技能评价中心", chair() + "（组长）",
         "由市鉴定中心从专家库随机抽取（教学示例，非法规）：专家库 10 人，排除本单位人员 1 "
         "人、参加过题库开发 1 "
         "人，可以抽取 8 人，抽取 5 人",
         "因出差不能参加", "每题至少 3 人", "内容效度 S-CVI/Ave", "0／0／3", "开头说得不清楚",
         rectified ? "☑ 合格　　　☐ 限期整改" : "☑ 限期整改",
         rectified ? desks[2].name + "接替退出的专家，没有经过抽取。" : "2026年3月31日"});
  holds(report("opinions"),
        {"量具检校员题库专家评审意见", "题干“" + quote + "”", "三级 考评蓝图，理论知识要素细目表",
         "建议改为：“请问”", "可以使用。", rectified ? "已照建议修改。" : "待答复",
         rectified ? "考试用语有规定（专家已认可）" : "待答复"});
  const std::string rectification = report("rectification");
  holds(rectification,
        {"量具检校员自建题库整改报告", "整改期限到2026年4月20日（教学示例，非法规）", "整改意见共 4 条"});
  if (!rectified) {
    holds(rectification, {"未整改 4 条", "（尚未答复）"});
    return;
  }
  holds(rectification, {"已整改 4 条（其中专家已认可 4 条）",
                        "题干：由“" + stems.at(suggested) + "”改为“按规程，" + stems.at(suggested) + "”",
                        "已按现行规程改写", "☑ 合格", "已销号"});
}

void Story::watch() {
  const std::vector<std::string> check{"check", "bank", "--rule", "reviews/*"};
  CHECK(office.done(check)["findings"].empty());
  office.commit("评审合格");
  const auto document7 = [this] {
    office.done({"export", "bank", "--nonce", "7", "--out", "bundle.zip", "--date", "2026-04-01", "--draft",
                 "--force"});
    const auto parts = tiku::formats::ZipParts::open(office.read("bundle.zip"), "bundle.zip");
    for (const std::string& path : parts.list()) {
      if (path.find("专家评审意见") != std::string::npos) return wordsOf(parts.read(path));
    }
    return std::string();
  };
  const std::string review = document7();
  CHECK_THAT(review, !Contains("通过评审以后有改动"));
  holds(review, {"评审轮次“报备评审”的逐项意见和处理结果", "开头说得不清楚", "考试用语有规定（专家已认可）",
                 "☑ 通过", chair()});

  change(suggested, "按规程，", "按新规程，");
  const Run found = office.run(check);
  const json findings = found.json()["findings"];
  REQUIRE(findings.size() == 1);
  CHECK(findings[0]["rule"] == "reviews/changed-since-approval");
  CHECK(findings[0]["subject"]["id"] == suggested);
  CHECK_THAT(findings[0]["message"].get<std::string>(), Contains("在通过评审“报备评审”之后改动了"));
  holds(document7(), {"通过评审以后有改动的 1 件，评审结论不及于改动后的内容", "序号|试题或表格|\n1|"});
}

}  // namespace

TEST_CASE("tiku review plays a round of five drawn experts from the pool to the stamps and the bundle",
          "[review]") {
  Story story;
  story.drawPanel();
  story.start();
  story.workAlone();
  story.collectAll();
  story.open();
  story.discuss();
  story.conclude();
  story.answer();
  story.rereview();
  story.watch();
}

#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "formats/model/bank.h"

/// Random valid banks for property tests: the same seed gives the same bank on every machine.
namespace tiku::test {

/// How much of each thing a bank gets.
struct RandomSize {
  int levels = 2;
  int topsPerTable = 2;
  int pointsPerScope = 3;
  int theoryItems = 30;
  int skillItems = 4;
  int papers = 2;
  bool extras = false;  ///< Extras too, as a newer minor version would bring; formatMinor is then 1.
  bool awkward = true;  ///< Texts with markup characters, controls that XML can hold, emoji, odd spaces.
};

/// Makes random values. Every field of every object is sometimes set and sometimes left empty.
class RandomBank {
 public:
  explicit RandomBank(std::uint64_t seed, RandomSize size = {}) : engine_(seed), size_(size) {}

  formats::Bank bank();

  formats::BankInfo info(const std::vector<formats::Level>& levels);
  formats::Standard standard(const std::vector<formats::Level>& levels);
  formats::Blueprint blueprint(formats::Level level, const formats::Standard& standard);
  formats::TheoryItem theoryItem(const formats::Blueprint& blueprint, const formats::People& people);
  formats::SkillItem skillItem(const formats::Blueprint& blueprint, const formats::People& people);
  formats::ItemSet itemSet(formats::Level level, const std::vector<formats::Id>& items);
  formats::Paper paper(formats::Level level, const std::vector<formats::Id>& items);
  formats::People people();
  formats::Waivers waivers(const std::vector<formats::Id>& objects);
  formats::Judgements judgements(const std::vector<formats::Id>& objects);
  formats::Dossier dossier();
  formats::Terms terms();
  formats::Experts experts();
  formats::PanelDraws panelDraws(const formats::Experts& pool);
  formats::StandardUpdate standardUpdate(const std::vector<formats::Id>& objects);
  formats::Media media();
  formats::Round round(const std::vector<formats::Id>& objects);
  formats::Submission submission(const formats::Round& round, const formats::Invitation& invitation);
  formats::Opinion opinion(const formats::Round& round);
  formats::ExpertAnswers answers(const formats::Round& round, const formats::Invitation& invitation);

  /// 0 to `below` - 1.
  int number(int below);
  bool chance(int percent) { return number(100) < percent; }
  formats::Id id();
  /// Never empty; one line unless `awkward`.
  std::string words();
  formats::RichText rich(int depth = 0);

 private:
  std::string maybeWords(int percent = 70);
  std::string awkwardPiece();
  formats::Paragraph paragraph();
  formats::Inline piece();
  formats::Extras extras();
  formats::Date date();
  formats::Scope scope(int depth, const std::vector<formats::Id>& requirements);
  formats::ElementTable table(const std::vector<formats::Id>& requirements);
  formats::SkillStructure structure();
  formats::PaperPlan plan();
  formats::Key key(formats::ItemType type, int options);
  formats::Source source();
  formats::ItemStatus status();
  std::string digest() { return digestOf(words()); }
  static std::string digestOf(const std::string& text);
  std::optional<formats::Date> maybeDate();
  formats::Annotation annotation(const formats::Round& round);
  formats::Reply reply();
  template <typename T>
  T anyOf(int count) {
    return static_cast<T>(number(count));
  }

  std::mt19937_64 engine_;
  RandomSize size_;
  std::vector<std::string> mediaNames_;
};

/// RandomBank(seed, size).bank()
formats::Bank randomBank(std::uint64_t seed, RandomSize size = {});

}  // namespace tiku::test

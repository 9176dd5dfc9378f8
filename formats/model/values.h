#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

/// Values that cannot be wrong: each is made by a `parse` that refuses what is not such a value.
namespace tiku::formats {

/// Names an object for ever: a 128-bit UUID. Printed codes may change; this never does.
class Id {
 public:
  constexpr Id() = default;  ///< The empty id; names nothing.

  /// A fresh random id (RFC 9562, version 4).
  static Id random();

  /// The id of an object of which a bank holds just one, by number; the same in every bank (RFC 9562, version
  /// 8).
  static constexpr Id wellKnown(std::uint32_t number) { return {0x8000, 0x8000'0000'0000'0000U | number}; }

  /// The id of content that is named by its SHA-256 (64 hexadecimal digits): the first 128 bits.
  static std::optional<Id> ofDigest(std::string_view sha256);

  /// "8-4-4-4-12" hexadecimal digits, either case. Nothing else, and not the empty id.
  static std::optional<Id> parse(std::string_view text);

  /// Lower case, 36 characters.
  [[nodiscard]] std::string str() const;

  [[nodiscard]] constexpr bool empty() const { return high_ == 0 && low_ == 0; }
  constexpr auto operator<=>(const Id&) const = default;

 private:
  constexpr Id(std::uint64_t high, std::uint64_t low) : high_(high), low_(low) {}
  friend struct std::hash<Id>;
  std::uint64_t high_ = 0;
  std::uint64_t low_ = 0;
};

/// 职业编码 `N-NN-NN-NN` of the 大典; the first digit is the 大类, 1 to 8.
class OccupationCode {
 public:
  static std::optional<OccupationCode> parse(std::string_view text);
  [[nodiscard]] const std::string& str() const { return text_; }
  auto operator<=>(const OccupationCode&) const = default;

 private:
  explicit OccupationCode(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

/// 职业技能等级 with a chapter in a national standard: 五级/初级工 (5) to 一级/高级技师 (1). A smaller number
/// is higher.
class Level {
 public:
  /// "3", "三", "三级", "3级", "三级/高级工", "高级工", "高级技师"...
  static std::optional<Level> parse(std::string_view text);
  /// 1 to 5.
  static std::optional<Level> of(int number);

  [[nodiscard]] constexpr int number() const { return number_; }
  [[nodiscard]] std::string_view name() const;      ///< 三级
  [[nodiscard]] std::string_view longName() const;  ///< 三级/高级工
  constexpr auto operator<=>(const Level&) const = default;

 private:
  explicit constexpr Level(int number) : number_(number) {}
  int number_ = 5;
};

/// An exact decimal with two places, 0 to 999,999.99. `Tag` keeps marks and weights apart.
template <typename Tag>
class Decimal {
 public:
  constexpr Decimal() = default;

  /// "12", "0.5", "12.50"; full-width digits too. Not negative, at most two places.
  static std::optional<Decimal> parse(std::string_view text);
  static constexpr Decimal ofHundredths(std::int64_t hundredths) { return Decimal(hundredths); }
  static constexpr Decimal whole(std::int64_t units) { return Decimal(units * 100); }

  [[nodiscard]] constexpr std::int64_t hundredths() const { return hundredths_; }
  [[nodiscard]] constexpr bool isZero() const { return hundredths_ == 0; }
  /// Shortest form: "12", "0.5".
  [[nodiscard]] std::string str() const;

  constexpr auto operator<=>(const Decimal&) const = default;
  constexpr Decimal& operator+=(Decimal other) {
    hundredths_ += other.hundredths_;
    return *this;
  }
  friend constexpr Decimal operator+(Decimal a, Decimal b) { return a += b; }
  friend constexpr Decimal operator*(Decimal a, std::int64_t times) { return Decimal(a.hundredths_ * times); }

 private:
  explicit constexpr Decimal(std::int64_t hundredths) : hundredths_(hundredths) {}
  std::int64_t hundredths_ = 0;
};

/// 分值, 配分: marks; half marks exist.
using Marks = Decimal<struct MarksTag>;
/// 权重, 比重, 分数系数: a share of 100.
using Weight = Decimal<struct WeightTag>;

extern template class Decimal<MarksTag>;
extern template class Decimal<WeightTag>;

/// The printed code of an assessment point or scope: one part per level of the tree, `A-B-C-001` (national)
/// or `0-1-1-10` (Shanghai, printed there without the hyphens).
class PointCode {
 public:
  /// Parts of letters and digits joined by any hyphen or dash; spaces around are ignored. 1 to 6 parts of 1
  /// to 8 characters.
  static std::optional<PointCode> parse(std::string_view text);
  /// With plain hyphens.
  [[nodiscard]] const std::string& str() const { return text_; }
  auto operator<=>(const PointCode&) const = default;

 private:
  explicit PointCode(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

/// A day of the calendar, `2026-03-01`.
class Date {
 public:
  static std::optional<Date> parse(std::string_view text);
  [[nodiscard]] const std::string& str() const { return text_; }
  auto operator<=>(const Date&) const = default;

 private:
  explicit Date(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace tiku::formats

template <>
struct std::hash<tiku::formats::Id> {
  std::size_t operator()(const tiku::formats::Id& id) const noexcept {
    return static_cast<std::size_t>(id.high_ ^ (id.low_ * 0x9E3779B97F4A7C15U));
  }
};

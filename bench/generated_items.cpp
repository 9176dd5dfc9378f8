#include "bench/generated_items.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <random>
#include <stdexcept>

#include <fmt/format.h>

namespace tiku::bench {
namespace {

void append(std::string& text, char32_t c) {
  if (c < 0x80) {
    text.push_back(static_cast<char>(c));
    return;
  }
  text.push_back(static_cast<char>(0xE0U | c >> 12U));
  text.push_back(static_cast<char>(0x80U | (c >> 6U & 0x3FU)));
  text.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
}

std::string utf8(const std::u32string& text) {
  std::string bytes;
  bytes.reserve(text.size() * 3);
  for (const char32_t c : text) append(bytes, c);
  return bytes;
}

/// Characters of up to three bytes; longer ones are left out.
std::u32string characters(const std::string& bytes) {
  std::u32string text;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (at + length > bytes.size()) break;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]) & 0x3FU; };
    if (length == 1) text.push_back(lead);
    if (length == 2) text.push_back((lead & 0x1FU) << 6U | byte(1));
    if (length == 3) text.push_back((lead & 0x0FU) << 12U | byte(1) << 6U | byte(2));
    at += length;
  }
  return text;
}

struct Item {
  std::u32string stem;
  std::vector<std::u32string> options;  ///< None: a true/false item.
  std::size_t key = 0;
};

class Author {
 public:
  explicit Author(std::uint64_t seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }

  void makeWords() {
    constexpr std::size_t kWords = 60'000;
    constexpr std::size_t kCharacters = 3'500;
    for (std::size_t number = 0; number < kWords; ++number) {
      std::u32string word;
      const std::size_t length = number < 400 ? 1 + below(2) : 2 + below(10) / 7 + below(10) / 8;
      while (word.size() < length)
        word.push_back(U'\u4E00' + static_cast<char32_t>(frequent(kCharacters) * 5));
      words_.push_back(std::move(word));
    }
  }

  Item ownItem() {
    Item item;
    const bool choice = below(4) != 0;
    item.stem = phrase(9 + below(26)) + (choice ? U"（ ）" : U"") +
                (below(3) == 0 ? U"，" + phrase(4 + below(24)) : std::u32string()) + U"。";
    for (int option = 0; choice && option < 4; ++option) item.options.push_back(phrase(2 + below(9)));
    item.key = below(4);
    return item;
  }

  Item spliced(const std::vector<Item>& base) {
    const std::size_t near = below(base.size());
    const auto neighbour = [&]() -> const Item& {
      const std::size_t from = near < 200 ? 0 : near - 200;
      return base[from + below(std::min(base.size(), near + 200) - from)];
    };
    Item item = neighbour();
    const std::size_t length = std::max<std::size_t>(12, item.stem.size());
    const bool choice = !item.options.empty();
    item.stem.clear();
    while (item.stem.size() < length) {
      const std::u32string& from = neighbour().stem;
      if (from.size() < 4) {
        item.stem += from;
        continue;
      }
      item.stem += from.substr(below(from.size() - 3), 5 + below(7));
    }
    std::erase_if(item.stem, [](char32_t c) { return c == U'（' || c == U'）' || c == U'(' || c == U')'; });
    if (choice) item.stem.insert(below(item.stem.size() + 1), U"（ ）");
    for (std::u32string& option : item.options) {
      const Item& from = neighbour();
      if (!from.options.empty()) option = from.options[below(from.options.size())];
    }
    return item;
  }

  Item changed(Item item) {
    for (std::size_t times = 1 + below(3); times > 0; --times) change(item);
    return item;
  }

 private:
  /// Numbers below the limit, small ones far more often: about 1 / (n + 5).
  std::size_t frequent(std::size_t limit) {
    const double share = static_cast<double>(random_() >> 11U) * 0x1.0p-53;
    const double top = std::log((static_cast<double>(limit) + 5) / 5);
    return std::min(limit - 1, static_cast<std::size_t>(5 * std::exp(share * top) - 5));
  }

  std::u32string phrase(std::size_t length) {
    std::u32string text;
    while (text.size() < length) text += words_[frequent(words_.size())];
    return text;
  }

  void change(Item& item) {
    std::u32string& stem = item.stem;
    const std::size_t at = below(stem.size() + 1);
    switch (below(9)) {
      case 0:
        stem.insert(at, fmt10(below(100)));
        break;
      case 1:
        if (at < stem.size()) stem[at] = U'\u4E00' + static_cast<char32_t>(below(3000));
        break;
      case 2:
        stem.insert(at, 1, U'的');
        break;
      case 3:
        if (at < stem.size() && stem.size() > 6) stem.erase(at, 1 + below(2));
        break;
      case 4:
        stem.insert(at, U"不");
        break;
      case 5:
        if (const std::size_t comma = stem.find(U'，'); comma != std::u32string::npos)
          stem = stem.substr(comma + 1) + U"，" + stem.substr(0, comma);
        break;
      case 6:
        stem.insert(0, U"根据规定，");
        break;
      case 7:
        if (!item.options.empty()) item.options[(item.key + 1) % item.options.size()] += U"等";
        break;
      default:
        if (!item.options.empty()) {
          std::ranges::reverse(item.options);
          item.key = item.options.size() - 1 - item.key;
        }
    }
  }

  static std::u32string fmt10(std::size_t number) {
    const std::string digits = std::to_string(number);
    return {digits.begin(), digits.end()};
  }

  std::mt19937_64 random_;
  std::vector<std::u32string> words_;
};

std::vector<std::string> fieldsOf(const std::string& line) {
  std::vector<std::string> fields(1);
  for (const char c : line) {
    if (c == '\t') {
      fields.emplace_back();
    } else {
      fields.back().push_back(c);
    }
  }
  return fields;
}

std::vector<Item> readBase(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<Item> items;
  for (std::string line; std::getline(file, line);) {
    const std::vector<std::string> fields = fieldsOf(line);
    if (fields.size() < 5 || fields[0] == "id") continue;
    Item item;
    item.stem = characters(fields[2]);
    if (item.stem.empty()) continue;
    std::string options = fields[3];
    for (std::size_t from = 0; !options.empty() && from <= options.size();) {
      const std::size_t to = std::min(options.find('|', from), options.size());
      item.options.push_back(characters(options.substr(from, to - from)));
      from = to + 1;
    }
    if (!fields[4].empty() && fields[4][0] >= 'A' && fields[4][0] <= 'H')
      item.key = static_cast<std::size_t>(fields[4][0] - 'A');
    if (item.key >= item.options.size()) item.key = 0;
    items.push_back(std::move(item));
  }
  if (items.empty()) throw std::runtime_error("no items in " + path.string());
  return items;
}

void write(std::string& text, std::size_t number, const Item& item) {
  fmt::format_to(std::back_inserter(text), "{}\t{}\t", number,
                 item.options.empty() ? "true-false" : "single-choice");
  text += utf8(item.stem);
  text += '\t';
  for (std::size_t option = 0; option < item.options.size(); ++option) {
    if (option > 0) text += '|';
    text += utf8(item.options[option]);
  }
  text += '\t';
  text += item.options.empty() ? (number % 2 == 0 ? "正确" : "错误")
                               : std::string(1, static_cast<char>('A' + item.key));
  text += '\n';
}

}  // namespace

std::string generatedItems(std::size_t items, std::uint64_t seed, const std::filesystem::path& base) {
  constexpr std::size_t kOwnBase = 80'000;
  Author author(seed);
  std::vector<Item> made;
  if (base.empty()) {
    author.makeWords();
    while (made.size() < std::min(items, kOwnBase)) made.push_back(author.ownItem());
  } else {
    made = readBase(base);
    if (made.size() > items) made.resize(items);
  }
  const std::size_t ownItems = made.size();
  std::string text = "id\ttype\tstem\toptions\tkey\n";
  for (std::size_t number = 0; number < items; ++number) {
    const bool isCopy = number % 10 == 9;
    if (isCopy) {
      write(text, number, author.changed(made[author.below(std::min(number, made.size()))]));
    } else if (number < ownItems) {
      write(text, number, made[number]);
    } else {
      write(text, number, author.spliced(made));
    }
  }
  return text;
}

std::vector<std::string> stemsOf(const std::string& items) {
  std::vector<std::string> stems;
  for (std::size_t from = items.find('\n') + 1; from < items.size();) {
    const std::size_t to = items.find('\n', from);
    stems.push_back(fieldsOf(items.substr(from, to - from))[2]);
    from = to + 1;
  }
  return stems;
}

}  // namespace tiku::bench

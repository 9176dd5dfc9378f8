#include "formats/exchange/html/html_document.h"

#include <algorithm>

#include "formats/base/error.h"
#include "formats/exchange/html/html_text.h"
#include "formats/exchange/media_type.h"
#include "formats/exchange/questions/readers.h"
#include "formats/exchange/zip_parts.h"

namespace tiku::formats {
namespace {

namespace fs = std::filesystem;

/// "%E5%9B%BE.png" -> its bytes.
std::string withoutPercent(std::string_view address) {
  std::string words;
  const auto digit = [](char c) {
    return c >= '0' && c <= '9'                     ? c - '0'
           : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                    : -1;
  };
  for (std::size_t i = 0; i < address.size(); ++i) {
    if (address[i] == '%' && i + 2 < address.size() && digit(address[i + 1]) >= 0 &&
        digit(address[i + 2]) >= 0) {
      words += static_cast<char>(digit(address[i + 1]) * 16 + digit(address[i + 2]));
      i += 2;
    } else {
      words += address[i] == '\\' ? '/' : address[i];
    }
  }
  return words;
}

/// The file that the address names, in the folder that was saved with the page; empty for any other address.
fs::path savedFile(const std::string& address, const fs::path& folder) {
  constexpr std::size_t kLongest = 1000;
  if (folder.empty() || address.empty() || address.size() > kLongest) return {};
  std::string words = withoutPercent(address.substr(0, address.find_first_of("?#")));
  if (words.starts_with("./")) words.erase(0, 2);
  const fs::path path(words);
  if (words.find('\0') != std::string::npos || words.find(':') != std::string::npos || path.is_absolute())
    return {};
  const std::string beside = path.begin() == path.end() ? std::string() : path.begin()->string();
  if (!beside.ends_with("_files") && !beside.ends_with(".files")) return {};
  // Neither ".." nor a link leads out of it.
  std::error_code error;
  const fs::path inside = fs::canonical(folder, error) / beside;
  if (error || fs::is_symlink(inside, error)) return {};
  const fs::path real = fs::canonical(folder / path, error);
  if (error || !fs::is_regular_file(real, error)) return {};
  const auto [end, at] = std::ranges::mismatch(inside, real);
  return end == inside.end() ? real : fs::path();
}

class PagePictures {
 public:
  PagePictures(Document& document, fs::path folder) : document_(document), folder_(std::move(folder)) {}

  std::string operator()(const std::string& address) const {
    if (address.starts_with("data:")) return pictureOfData(address, document_.media);
    const fs::path file = savedFile(address, folder_);
    if (file.empty()) return {};
    try {
      constexpr std::uint64_t kLargest = 32U << 20U;
      return addPicture(document_.media, readWholeFile(file, kLargest));
    } catch (const FormatError&) {
      return {};  // Its words are taken in its place, and the report says so.
    }
  }

 private:
  Document& document_;
  fs::path folder_;
};

/// Bold is emphasis only where other words of the line are not bold.
void settleEmphasis(Paragraph& line) {
  const bool allBold = std::ranges::none_of(line.pieces, [](const Inline& piece) {
    return piece.kind == Inline::Kind::kText &&
           piece.text.find_first_not_of(" \t:：.、。") != std::string::npos;
  });
  if (!allBold) return;
  for (Inline& piece : line.pieces) {
    if (piece.kind == Inline::Kind::kEmphasis) piece.kind = Inline::Kind::kText;
  }
}

/// The lines of a paragraph: broken by <br>, or by line ends in a <pre>.
std::vector<Paragraph> pageLines(const Paragraph& paragraph) {
  std::vector<Paragraph> lines(1);
  for (const Inline& piece : paragraph.pieces) {
    if (piece.kind == Inline::Kind::kLineBreak) {
      lines.emplace_back();
      continue;
    }
    std::size_t from = 0;
    const bool words = piece.kind == Inline::Kind::kText || piece.kind == Inline::Kind::kEmphasis;
    for (std::size_t end = words ? piece.text.find('\n') : std::string::npos; end != std::string::npos;
         end = piece.text.find('\n', from)) {
      lines.back().pieces.push_back({piece.kind, piece.text.substr(from, end - from), {}});
      lines.emplace_back();
      from = end + 1;
    }
    lines.back().pieces.push_back(piece);
    lines.back().pieces.back().text.erase(0, from);
  }
  for (Paragraph& line : lines) settleEmphasis(line);
  return lines;
}

class PageDocument {
 public:
  explicit PageDocument(Document& document) : document_(document) {}

  void add(RichText page) {
    for (const RichText::Block& block : page.blocks()) {
      if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
        for (Paragraph& line : pageLines(*paragraph)) {
          document_.blocks.emplace_back(paragraphOf(std::move(line), ++paragraphs_));
        }
      } else {
        table(std::get<TextTable>(block));
      }
    }
  }

 private:
  static DocParagraph paragraphOf(Paragraph line, int number) {
    DocParagraph paragraph;
    paragraph.number = number;
    std::vector<RichText::Block> blocks;
    blocks.emplace_back(std::move(line));
    paragraph.text = RichText(std::move(blocks));
    return paragraph;
  }

  void table(const TextTable& from) {
    DocTable table;
    table.number = ++tables_;
    for (const std::vector<RichText>& row : from.rows) {
      auto& cells = table.rows.emplace_back();
      for (const RichText& words : row) {
        DocCell& cell = cells.emplace_back();
        cell.column = static_cast<int>(cells.size()) - 1;
        for (const RichText::Block& block : words.blocks()) {
          if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            for (Paragraph& line : pageLines(*paragraph))
              cell.paragraphs.push_back(paragraphOf(std::move(line), 0));
          }
        }
      }
    }
    document_.blocks.emplace_back(std::move(table));
  }

  Document& document_;
  int paragraphs_ = 0;
  int tables_ = 0;
};

}  // namespace

Document documentOfHtml(std::string_view html, const std::string& name, const std::filesystem::path& folder) {
  Document document;
  document.file = name;
  HtmlReading reading;
  reading.picture = PagePictures(document, folder);
  reading.isPage = true;
  PageDocument(document).add(fromHtml(html, name, reading));
  document.notes.assign(reading.losses.begin(), reading.losses.end());
  return document;
}

}  // namespace tiku::formats

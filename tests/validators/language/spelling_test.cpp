// Latin words: which are wrong, which are skipped, where words come from.
#include "validators/language/spelling/spelling.h"

#include <fstream>

#include <catch2/catch.hpp>

#include "tests/support/folder.h"
#include "validators/language/characters.h"

using namespace tiku::validators::language;
using tiku::test::Folder;

namespace {

void write(const std::filesystem::path& path, const std::string& content) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path) << content;
}

/// A small English dictionary in the folder's "system", nothing of the user.
Spelling::Places smallPlaces(const Folder& folder) {
  write(folder / "system/en_US.aff", "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\n");
  write(folder / "system/en_US.dic", "7\nreceive\nmachine\nlearning\nneural\nnetwork\nvoltage\ntemplate\n");
  return {{folder / "none", folder / "system"}, folder / "user"};
}

std::vector<std::string> misspelt(Spelling& spelling, const std::string& text) {
  Passage passage;
  passage.text = decode(text);
  std::vector<Hit> found;
  HitList hits(passage, found);
  findMisspelt(passage, spelling, hits);
  std::vector<std::string> words;
  for (const Hit& hit : found) words.push_back(hit.found + "→" + hit.better);
  return words;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("an unknown word one letter off a known one is misspelt, a merely unknown one is a name") {
  const Folder folder;
  Spelling spelling(smallPlaces(folder));
  CHECK(misspelt(spelling, "接收（recieve）与机器学习machine learing") ==
        Words{"recieve→receive", "learing→learning"});
  CHECK(misspelt(spelling, "用PyTorch、Kubeflow训练neural network").empty());
}

TEST_CASE("codes, units, file names, addresses and calls are not spelt") {
  const Folder folder;
  Spelling spelling(smallPlaces(folder));
  CHECK(misspelt(spelling,
                 "VOLTAG recieveData recieve_2 recieve5 recieve.txt recieve() http://recieve.cn "
                 "a@recieve.cn C:\\recieve $recieve recieve=1 rec")
            .empty());
  CHECK(misspelt(spelling, "Recieve data, \"recieve\" and recieve.") ==
        Words{"Recieve→Receive", "recieve→receive", "recieve→receive"});
  CHECK(misspelt(spelling, "采用Recieve算法，选abcde").empty());
}

TEST_CASE("the user's words, plain lists and whole dictionaries, are known") {
  const Folder folder;
  const Spelling::Places places = smallPlaces(folder);
  write(folder / "user/mine.dic", "Recieve/S\r\n\nlearing\n");
  write(folder / "user/other.aff", "SET UTF-8\n");
  write(folder / "user/other.dic", "1\nmachin\n");
  Spelling spelling(places);
  CHECK(misspelt(spelling, "recieve learing machin").empty());
  CHECK(misspelt(spelling, "netwrok").size() == 1);
}

TEST_CASE("without a dictionary nothing is found") {
  const Folder folder;
  Spelling spelling({{folder / "none"}, folder / "none"});
  CHECK_FALSE(spelling.available());
  CHECK(misspelt(spelling, "recieve").empty());
  CHECK(spelling.suggest("recieve").empty());
}

TEST_CASE("suggestions come best first") {
  const Folder folder;
  Spelling spelling(smallPlaces(folder));
  CHECK(spelling.suggest("recieve") == Words{"receive"});
}

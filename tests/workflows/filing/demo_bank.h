#pragma once

#include <string>
#include <vector>

#include "formats/model/bank.h"
#include "validators/checker/profile.h"
#include "workflows/sampling/sample.h"

/// A bank of an invented occupation with something of everything that a document prints.
namespace tiku::tests {

struct DemoSize {
  std::vector<int> levels{4, 3};
  int topics = 2;  ///< Third-level scopes below each second-level one.
  int pointsPerTopic = 4;
  int itemsPerPoint = 3;
  int papers = 0;  ///< Theory papers per level; with any, the theory bank is one of papers.
};

formats::Bank demoBank(const DemoSize& size = {});

/// A profile whose bundle is that of 第十条（一）, with its shares.
validators::Profile demoProfile();

/// The sample of the bank under that profile.
workflows::Sample demoSample(const formats::Bank& bank);

/// A chequered picture that any viewer opens.
std::string plainBmp(int width, int height);

}  // namespace tiku::tests

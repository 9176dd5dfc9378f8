#pragma once

#include <fstream>
#include <malloc.h>
#include <string>

namespace tiku::bench {

/// The most memory of this process since begin(), which the kernel counts (proc(5): clear_refs, VmHWM). What
/// was freed before is given back first.
class PeakMemory {
 public:
  static void begin() {
    malloc_trim(0);
    std::ofstream("/proc/self/clear_refs") << "5";
  }
  static double mebibytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
      if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024;
    }
    return 0;
  }
};

}  // namespace tiku::bench

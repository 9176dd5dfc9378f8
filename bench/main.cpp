// Runs the benchmarks; with `--generate-items N` writes the items that they use, for the peers.
#include <iostream>
#include <string_view>

#include <benchmark/benchmark.h>

#include "bench/generated_items.h"

int main(int argc, char** argv) {
  if (argc == 3 && std::string_view(argv[1]) == "--generate-items") {
    std::cout << tiku::bench::generatedItems(std::stoul(argv[2]), 1);
    return 0;
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
}

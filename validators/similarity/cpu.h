#pragma once

/// Compiles a function twice, for any processor and for one with AVX2 (and so POPCNT), and takes the right
/// one when the program starts. One package serves old and new machines at the speed of each. Without effect
/// under the sanitizers, which cannot follow the choice, and on other processors.
#if defined(__x86_64__) && defined(__linux__) && !defined(__SANITIZE_ADDRESS__) && !defined(TIKU_NO_CLONES)
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TIKU_CPU_CLONES
#endif
#endif
#ifndef TIKU_CPU_CLONES
#define TIKU_CPU_CLONES __attribute__((target_clones("avx2", "default")))
#endif
#else
#define TIKU_CPU_CLONES
#endif

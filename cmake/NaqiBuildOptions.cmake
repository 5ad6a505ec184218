# Options of a whole build tree: compiler cache, sanitizers, coverage, fuzzing.

option(NAQI_SANITIZE "Build everything with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(NAQI_COVERAGE "Build everything with clang's source-based coverage" OFF)
option(NAQI_FUZZ "Build the fuzz targets in place of the tests (clang)" OFF)

if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(CCACHE_PROGRAM ccache NO_CMAKE_FIND_ROOT_PATH)
  if(CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
  endif()
endif()

if(NAQI_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

if(NAQI_COVERAGE)
  add_compile_options(-fprofile-instr-generate -fcoverage-mapping)
  add_link_options(-fprofile-instr-generate)
endif()

if(NAQI_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link -UNDEBUG)
endif()

# With -Oz emcc asks clang to inline nothing but what says `inline`, and clang then calls every iterator's operator. Where
# a call is the shorter code is for the inliner to say; that a load is hoisted out of one branch into the others is not
# shorter. 10 KB of the module after compression.
if(EMSCRIPTEN AND CMAKE_BUILD_TYPE STREQUAL "Release")
  add_compile_options(-sINLINING_LIMIT=0 "SHELL:-mllvm -inline-threshold=-40" "SHELL:-mllvm -enable-load-pre=false"
    "SHELL:-mllvm -enable-pre=false")
endif()

# naqi_test(NAME SOURCES…): one GoogleTest executable, known to CTest under the same name.
# It links naqi, may include the internal headers of src/, and finds the repository in NAQI_REPOSITORY.
# Further arguments of the executable or properties of the test are set by the caller as usual.

if(EMSCRIPTEN)
  # Debian ships GoogleTest for wasm as source only; the core is built without exceptions there.
  find_path(GOOGLETEST_SOURCE googletest/CMakeLists.txt PATHS /usr/src/googletest NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  add_library(naqi_gtest STATIC EXCLUDE_FROM_ALL
    ${GOOGLETEST_SOURCE}/googletest/src/gtest-all.cc ${GOOGLETEST_SOURCE}/googletest/src/gtest_main.cc)
  target_include_directories(naqi_gtest SYSTEM
    PUBLIC ${GOOGLETEST_SOURCE}/googletest/include PRIVATE ${GOOGLETEST_SOURCE}/googletest)
  target_compile_definitions(naqi_gtest PUBLIC GTEST_HAS_EXCEPTIONS=0 GTEST_HAS_PTHREAD=0)
  target_compile_options(naqi_gtest PUBLIC -fno-exceptions PRIVATE -w)
  add_library(GTest::gtest_main ALIAS naqi_gtest)
else()
  find_package(GTest REQUIRED)
endif()

function(naqi_test NAME)
  add_executable(${NAME} ${ARGN})
  target_link_libraries(${NAME} PRIVATE naqi::naqi GTest::gtest_main)
  target_include_directories(${NAME} PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/tests
    $<TARGET_PROPERTY:naqi_lexicon,INTERFACE_INCLUDE_DIRECTORIES>)
  target_compile_definitions(${NAME} PRIVATE NAQI_REPOSITORY="${PROJECT_SOURCE_DIR}")
  target_compile_options(${NAME} PRIVATE ${NAQI_WARNINGS})
  if(EMSCRIPTEN)
    # Tests may read files, so they run with node's file system; .cjs because package.json says ESM.
    set_target_properties(${NAME} PROPERTIES SUFFIX .cjs)
    target_link_options(${NAME} PRIVATE -O0 --pre-js ${PROJECT_SOURCE_DIR}/tests/support/node.js -sNODERAWFS
      -sENVIRONMENT=node -sEXIT_RUNTIME -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=4GB -s${NAQI_STACK_SIZE}=1MB)
    set_property(TARGET ${NAME} APPEND PROPERTY LINK_DEPENDS ${PROJECT_SOURCE_DIR}/tests/support/node.js)
  endif()
  add_test(NAME ${NAME} COMMAND ${NAME} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endfunction()

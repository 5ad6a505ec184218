# naqi_room(NAME [HOT] SOURCES … [NEEDS ROOM …]): one folder of src/ as an object library naqi_NAME.
# All rooms together are the library naqi; NEEDS names the rooms below, so that the arrows of the
# architecture stand in the build. HOT rooms are built for speed also where the module is built for size (-Oz): they
# hold the loops over every character, word or line.

set(NAQI_WARNINGS -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  list(APPEND NAQI_WARNINGS -Wno-restrict)  # false in GCC 12 for std::string (GCC bug 105651)
endif()

function(naqi_room NAME)
  cmake_parse_arguments(ROOM "HOT" "" "SOURCES;NEEDS" ${ARGN})
  add_library(naqi_${NAME} OBJECT ${ROOM_SOURCES})
  target_include_directories(naqi_${NAME} PUBLIC ${PROJECT_SOURCE_DIR}/include PRIVATE ${PROJECT_SOURCE_DIR}/src)
  # Errors are values: the same code must run where exceptions do not exist (wasm).
  target_compile_options(naqi_${NAME} PRIVATE ${NAQI_WARNINGS} -fno-exceptions $<$<BOOL:${EMSCRIPTEN}>:-fno-rtti>)
  if(EMSCRIPTEN AND ROOM_HOT)
    target_compile_options(naqi_${NAME} PRIVATE $<$<CONFIG:Release>:-O2>)
  endif()
  foreach(NEED IN LISTS ROOM_NEEDS)
    target_link_libraries(naqi_${NAME} PRIVATE naqi_${NEED})
  endforeach()
  set_property(GLOBAL APPEND PROPERTY NAQI_ROOMS naqi_${NAME})
  # Once more for tests/linear, which counts the branches that are taken.
  if(PROJECT_IS_TOP_LEVEL AND NOT EMSCRIPTEN)
    add_library(naqi_${NAME}_traced OBJECT EXCLUDE_FROM_ALL ${ROOM_SOURCES})
    target_include_directories(naqi_${NAME}_traced PRIVATE $<TARGET_PROPERTY:naqi_${NAME},INCLUDE_DIRECTORIES>)
    target_compile_definitions(naqi_${NAME}_traced PRIVATE $<TARGET_PROPERTY:naqi_${NAME},COMPILE_DEFINITIONS>)
    target_compile_options(naqi_${NAME}_traced PRIVATE -O1 -fno-exceptions -fsanitize-coverage=trace-pc)
    foreach(NEED IN LISTS ROOM_NEEDS)
      target_link_libraries(naqi_${NAME}_traced PRIVATE naqi_${NEED})
    endforeach()
  endif()
endfunction()

# naqi_room(NAME SOURCES … [NEEDS ROOM …]): one folder of src/ as an object library naqi_NAME.
# All rooms together are the library naqi; NEEDS names the rooms below, so that the arrows of the
# architecture stand in the build.
function(naqi_room NAME)
  cmake_parse_arguments(ROOM "" "" "SOURCES;NEEDS" ${ARGN})
  add_library(naqi_${NAME} OBJECT ${ROOM_SOURCES})
  target_include_directories(naqi_${NAME} PUBLIC ${PROJECT_SOURCE_DIR}/include PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_compile_options(naqi_${NAME} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
  foreach(NEED IN LISTS ROOM_NEEDS)
    target_link_libraries(naqi_${NAME} PRIVATE naqi_${NEED})
  endforeach()
  set_property(GLOBAL APPEND PROPERTY NAQI_ROOMS naqi_${NAME})
endfunction()

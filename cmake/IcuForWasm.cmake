# ICU::uc for WebAssembly: ICU's own common library, compiled from its source.
#
# Natively ICU::uc is Debian's library; here the same version is compiled from the folder NAQI_ICU_SOURCE, where
# cmake/fetch-icu puts it. The Unicode properties and NFC are tables in the code; what ICU reads from a data package
# is left out, but for uemoji.icu (Extended_Pictographic, which UAX #29 asks for): ICU's tools make a data package of
# that one item, which is linked as ICU links its own.

enable_language(C)

set(NAQI_ICU_SOURCE ${PROJECT_SOURCE_DIR}/build/third_party/icu/source CACHE PATH "The folder `source` of ICU 72.1")
set(COMMON ${NAQI_ICU_SOURCE}/common)
if(NOT EXISTS ${COMMON}/unicode/uchar.h)
  message(FATAL_ERROR "ICU's source is not in ${NAQI_ICU_SOURCE}. On Debian `cmake/fetch-icu build/third_party` puts "
    "it there (./dev build does); elsewhere set NAQI_ICU_SOURCE to the folder `source` of the ICU 72.1 release.")
endif()
file(STRINGS ${COMMON}/unicode/uvernum.h VERSION_LINE REGEX "define U_ICU_VERSION \"")
if(NOT VERSION_LINE MATCHES "\"72\\.1\"")
  message(FATAL_ERROR "NAQI_ICU_SOURCE is not ICU 72.1: ${VERSION_LINE}")
endif()

find_program(ICUPKG icupkg PATHS /usr/sbin NO_CMAKE_FIND_ROOT_PATH REQUIRED)
find_program(GENCCODE genccode PATHS /usr/sbin NO_CMAKE_FIND_ROOT_PATH REQUIRED)
set(DATA ${PROJECT_BINARY_DIR}/third_party/icu_data)
file(WRITE ${DATA}/items.txt "uemoji.icu\n")
add_custom_command(
  OUTPUT ${DATA}/icudt72_dat.c
  COMMAND ${ICUPKG} -tl -s ${NAQI_ICU_SOURCE}/data/in -a ${DATA}/items.txt new icudt72l.dat
  # The name of the file becomes that of the symbol, which ICU's code knows without the letter of the byte order.
  COMMAND ${CMAKE_COMMAND} -E rename icudt72l.dat icudt72.dat
  COMMAND ${GENCCODE} --quiet icudt72.dat
  DEPENDS ${DATA}/items.txt
  WORKING_DIRECTORY ${DATA}
  COMMENT "Packing ICU's data"
  VERBATIM)

# The files of the library that the properties, NFC and their data need: a tenth of it, which builds in seconds.
set(SOURCES
  appendable bmpset bytesinkutil bytestream charstr cmemory cstring edits emojiprops loadednormalizer2impl
  normalizer2 normalizer2impl patternprops putil stringpiece uarrsort ubidi_props ucase uchar ucharstrie
  ucharstrieiterator ucln_cmn ucmndata ucptrie udata udatamem udataswp uhash uinvchar umapfile umath umutablecptrie
  umutex unifilt unifunct uniset unisetspan unistr unistr_case uobject uprops uscript_props ustrcase ustring ustrtrns
  utf_impl util utrace utrie2 utrie_swap utypes uvector uvectr32)
list(TRANSFORM SOURCES PREPEND ${COMMON}/)
list(TRANSFORM SOURCES APPEND .cpp)
add_library(naqi_icu STATIC ${SOURCES} ${DATA}/icudt72_dat.c)
target_include_directories(naqi_icu SYSTEM PUBLIC ${COMMON})
target_compile_definitions(naqi_icu
  PRIVATE $<$<COMPILE_LANGUAGE:CXX>:U_COMMON_IMPLEMENTATION=1>
  PUBLIC U_STATIC_IMPLEMENTATION=1 U_CHARSET_IS_UTF8=1 U_NO_DEFAULT_INCLUDE_UTF_HEADERS=1 U_USING_ICU_NAMESPACE=0
    UCONFIG_NO_SERVICE=1 UCONFIG_NO_FORMATTING=1 UCONFIG_NO_COLLATION=1 UCONFIG_NO_TRANSLITERATION=1
    UCONFIG_NO_REGULAR_EXPRESSIONS=1 UCONFIG_NO_LEGACY_CONVERSION=1 UCONFIG_NO_IDNA=1 UCONFIG_NO_FILE_IO=1
    UCONFIG_ONLY_HTML_CONVERSION=1 UCONFIG_NO_BREAK_ITERATION=1)
target_compile_options(naqi_icu PRIVATE -w $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions>)
add_library(ICU::uc ALIAS naqi_icu)

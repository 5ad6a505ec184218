# Install and export: after `cmake --install`, find_package(naqi) gives the target naqi::naqi.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(PACKAGE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/naqi)

install(TARGETS naqi EXPORT naqiTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS naqi_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/naqi DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN *.h)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(EXPORT naqiTargets NAMESPACE naqi:: DESTINATION ${PACKAGE_DIR})

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/naqiConfig.cmake.in ${PROJECT_BINARY_DIR}/naqiConfig.cmake
  INSTALL_DESTINATION ${PACKAGE_DIR})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/naqiConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/naqiConfig.cmake ${PROJECT_BINARY_DIR}/naqiConfigVersion.cmake
  DESTINATION ${PACKAGE_DIR})

# Installs a build tree into a folder, then configures, builds and runs a project that finds it there.
#   cmake -DTREE=… -DPROJECT=… -DWORK=… -DCXX=… [-DBUILD_TYPE=…] [-DFLAGS=…] -P check.cmake
function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE FAILED OUTPUT_VARIABLE OUTPUT ERROR_VARIABLE OUTPUT)
  if(FAILED)
    list(JOIN ARGV " " COMMAND_LINE)
    message(FATAL_ERROR "${COMMAND_LINE}\n${OUTPUT}")
  endif()
endfunction()

file(REMOVE_RECURSE ${WORK})
run(${CMAKE_COMMAND} --install ${TREE} --prefix ${WORK}/prefix)
run(${CMAKE_COMMAND} -S ${PROJECT} -B ${WORK}/build -G Ninja -DCMAKE_CXX_COMPILER=${CXX} -DCMAKE_BUILD_TYPE=${BUILD_TYPE}
  -DCMAKE_CXX_FLAGS=${FLAGS} -DCMAKE_PREFIX_PATH=${WORK}/prefix)
run(${CMAKE_COMMAND} --build ${WORK}/build)
run(${WORK}/build/consumer)
foreach(NAME LICENSE NOTICE)
  if(NOT EXISTS ${WORK}/prefix/share/doc/naqi/${NAME})
    message(FATAL_ERROR "${NAME} was not installed")
  endif()
endforeach()

#pragma once

/// Ending a socket that another thread waits on. One header, one file per system.
namespace latchkey::socket_end {

/// Another number for the same socket; -1 if there is none.
int duplicate(int socket);
/// Whoever reads from it gets an end of file. It stays open.
void shutDown(int socket);
void release(int socket);

} // namespace latchkey::socket_end

#pragma once

#include <QString>

namespace latchkey {

/// Has the system read a file that somebody in this process has open, from its beginning to its end: the rows
/// of a table lie scattered over it, and a disk that is asked for one page after the other takes many times
/// as long. Returns when most of it is there; at once where it is known or the system has no such thing.
void readAhead(const QString &path);

} // namespace latchkey

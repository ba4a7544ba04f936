#pragma once

#include "core/model/futures.h"
#include "server/ctl/output.h"
#include "server/ctl/session.h"
#include "server/ctl/words.h"

#include <functional>

namespace latchkey::ctl {

/// One command under way; finished once.
struct Run {
    const Arguments &arguments;
    KeyService &keys;
    QObject &context;
    std::function<void(int status)> finish;

    [[nodiscard]] Instant now() const { return keys.clock().now(); }
    void fail(const Error &error) const;
    void fail(const QString &what, Status status = Failed) const;
    /// For people, on standard error.
    static void say(const QString &what);
    /// The key of the operand, which must be there.
    void withKey(const std::function<void(const ApiKey &)> &f) const;
};
using RunPtr = std::shared_ptr<const Run>;

void list(const RunPtr &run);
void exportKeys(const RunPtr &run);
void show(const RunPtr &run);
void create(const RunPtr &run);
void rotate(const RunPtr &run);
void changeState(const RunPtr &run);
/// Reads a token from standard input: whose it is, and whether it works.
void verify(const RunPtr &run);
void auditVerify(const RunPtr &run);
void auditExport(const RunPtr &run);

/// `latchkeyctl`: the whole program.
int runLatchkeyctl(int argc, char **argv);

} // namespace latchkey::ctl

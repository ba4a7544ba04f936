#pragma once

#include "core/remote/sendgrid/sendgrid_answers.h"
#include "core/remote/sendgrid/sendgrid_line.h"

namespace latchkey::sendgrid {

/// What an account lists.
struct ListedKeys {
    QList<NamedKey> keys;
    bool whole = true; ///< false: as many as were asked for, and SendGrid gives no more at once
};

/// All of them: SendGrid has no pages, so far more are asked for than an account may have today (older ones
/// may hold more); where it refuses that, as many as there may be. `tag` as in SendGridLine::ask(); `context`
/// lives on the line's thread.
QFuture<Result<ListedKeys>> askKeyList(SendGridLine &line, SendGridLine::Urgency urgency, const QString &tag,
                                       QObject *context);

} // namespace latchkey::sendgrid

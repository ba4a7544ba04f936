#pragma once

#include "core/backend/request_log.h"
#include "ui/theme/theme.h"

#include <QString>
#include <QTimeZone>

/// What core says of requests by code, in words.
namespace latchkey::ui {

QString word(RequestOutcome o); ///< "Allowed", "Not signed in" …
QString iconName(RequestOutcome o);
ColorRole textRole(RequestOutcome o);
ColorRole backRole(RequestOutcome o);
ColorRole inkRole(RequestOutcome o); ///< of a bar of a chart, on Base

/// Why the key was refused: "Expired", "The IP address isn't allowed".
QString sentence(DecisionCode c);
/// The outcome in full: "Forbidden · 403 · No permission for it".
QString outcomeTip(const RequestRecord &r);
/// Why there are no requests to see.
QString unreadSentence(const Error &e);
/// "12 ms", "1.4 s", "Not reported".
QString durationText(const std::optional<qint64> &microseconds);
/// "10 Oct, 13:55:36"
QString requestTime(Instant t, const QTimeZone &zone);

} // namespace latchkey::ui

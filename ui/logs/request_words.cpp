#include "ui/logs/request_words.h"

#include "ui/format/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace latchkey::ui {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(requests)
};
} // namespace

QString word(RequestOutcome o) {
    switch (o) {
    case RequestOutcome::Allowed:
        return Words::tr("Allowed", "outcome of a request");
    case RequestOutcome::Unauthorized:
        return Words::tr("Unauthorized", "outcome of a request, 401");
    case RequestOutcome::Forbidden:
        return Words::tr("Forbidden", "outcome of a request, 403");
    case RequestOutcome::RateLimited:
        return Words::tr("Rate limited", "outcome of a request, 429");
    case RequestOutcome::Failed:
        return Words::tr("Failed", "outcome of a request: the API said no");
    }
    return {};
}

QString iconName(RequestOutcome o) {
    switch (o) {
    case RequestOutcome::Allowed:
        return QStringLiteral("status-active");
    case RequestOutcome::Unauthorized:
        return QStringLiteral("status-revoked");
    case RequestOutcome::Forbidden:
        return QStringLiteral("lock");
    case RequestOutcome::RateLimited:
        return QStringLiteral("status-limited");
    case RequestOutcome::Failed:
        return QStringLiteral("warning");
    }
    return {};
}

ColorRole textRole(RequestOutcome o) {
    switch (o) {
    case RequestOutcome::Allowed:
        return ColorRole::ActiveText;
    case RequestOutcome::Unauthorized:
        return ColorRole::RevokedText;
    case RequestOutcome::Forbidden:
        return ColorRole::ExpiringText;
    case RequestOutcome::RateLimited:
        return ColorRole::LimitedText;
    case RequestOutcome::Failed:
        return ColorRole::InactiveText;
    }
    return ColorRole::Text;
}

ColorRole backRole(RequestOutcome o) {
    switch (o) {
    case RequestOutcome::Allowed:
        return ColorRole::ActiveBack;
    case RequestOutcome::Unauthorized:
        return ColorRole::RevokedBack;
    case RequestOutcome::Forbidden:
        return ColorRole::ExpiringBack;
    case RequestOutcome::RateLimited:
        return ColorRole::LimitedBack;
    case RequestOutcome::Failed:
        return ColorRole::InactiveBack;
    }
    return ColorRole::Base;
}

ColorRole inkRole(RequestOutcome o) {
    return textRole(o);
}

QString sentence(DecisionCode c) {
    switch (c) {
    case DecisionCode::Allowed:
        return Words::tr("The key allows it");
    case DecisionCode::Malformed:
        return Words::tr("The key isn't complete");
    case DecisionCode::Unknown:
        return Words::tr("No such key");
    case DecisionCode::Inactive:
        return Words::tr("The key is inactive");
    case DecisionCode::Revoked:
        return Words::tr("The key is revoked");
    case DecisionCode::Expired:
        return Words::tr("The key has expired");
    case DecisionCode::Replaced:
        return Words::tr("The key was replaced");
    case DecisionCode::Deleted:
        return Words::tr("The key is deleted");
    case DecisionCode::Damaged:
        return Words::tr("The key's record is damaged");
    case DecisionCode::WrongEnvironment:
        return Words::tr("The key is of another environment");
    case DecisionCode::WrongType:
        return Words::tr("The key is of another type");
    case DecisionCode::IpDenied:
        return Words::tr("The IP address isn't allowed");
    case DecisionCode::CustomerDenied:
        return Words::tr("The customer isn't allowed");
    case DecisionCode::InsufficientScope:
        return Words::tr("The key has no permission for it");
    case DecisionCode::RateLimited:
        return Words::tr("The key reached its limit");
    case DecisionCode::NoKey:
        return Words::tr("The request carried no key");
    case DecisionCode::NoRule:
        return Words::tr("No gateway rule fits the path");
    }
    return {};
}

QString outcomeTip(const RequestRecord &r) {
    QString tip = Words::tr("%1 · %2", "outcome · HTTP status").arg(word(r.outcome)).arg(r.status);
    if (r.code && *r.code != DecisionCode::Allowed)
        tip += u'\n' + sentence(*r.code);
    return tip;
}

QString unreadSentence(const Error &e) {
    return e.code == ErrorCode::Unreachable
               ? Words::tr("Requests can't be shown while the connection is away.")
               : sentence(e);
}

QString durationText(const std::optional<qint64> &us) {
    if (!us)
        return Words::tr("Not reported");
    const double ms = static_cast<double>(*us) / 1000;
    if (ms < 1)
        return Words::tr("< 1 ms");
    if (ms < 1000)
        return Words::tr("%1 ms").arg(QLocale().toString(ms, 'f', 0));
    return Words::tr("%1 s", "seconds").arg(QLocale().toString(ms / 1000, 'f', 1));
}

QString requestTime(Instant t, const QTimeZone &zone) {
    return QLocale().toString(t.toUtc().toTimeZone(zone),
                              Words::tr("d MMM, HH:mm:ss", "time of a request, date format"));
}

} // namespace latchkey::ui

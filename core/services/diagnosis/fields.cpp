#include "core/services/diagnosis/fields.h"

#include <QUrl>
#include <algorithm>
#include <array>

namespace latchkey::diagnosis {

namespace {

/// "X-Required_Scope" → "requiredscope".
QString plain(QStringView name) {
    QString p;
    for (const QChar c : name.first(qMin<qsizetype>(name.size(), 64))) {
        if (c.isLetterOrNumber())
            p.append(c.toLower());
    }
    if (p.startsWith(u'x') && name.size() > 2 && name[1] == u'-')
        p.remove(0, 1);
    return p;
}

void takeEnvironment(Facts &f, QStringView word) {
    const QString w = word.trimmed().toString().toLower();
    auto e = environmentFromWord(w);
    if (!e)
        e = w == u"live" || w == u"prod"                     ? std::optional(Environment::Production)
            : w == u"stage"                                  ? std::optional(Environment::Staging)
            : w == u"dev" || w == u"sandbox" || w == u"test" ? std::optional(Environment::Development)
                                                             : std::nullopt;
    if (e && (!f.environment || f.environmentFromHost)) {
        f.environment = e;
        f.environmentFromHost = false;
    }
}

/// "api.staging.example.com" and "staging-api.example.com" name their environment; "api.example.com" does
/// not.
void takeHost(Facts &f, const QString &host) {
    const QString clean = host.section(u':', 0, 0).trimmed().toLower();
    if (clean.isEmpty() || clean.size() > 253 || !f.host.isEmpty())
        return;
    f.host = clean;
    const QHostAddress address(clean);
    if (f.environment || !address.isNull())
        return;
    const QStringList labels = clean.split(u'.');
    for (qsizetype i = 0; i + 1 < labels.size(); ++i) {
        for (const QString &word : labels[i].split(u'-')) {
            const auto e = word == u"staging" || word == u"stage" ? std::optional(Environment::Staging)
                           : word == u"dev" || word == u"development"
                               ? std::optional(Environment::Development)
                           : word == u"production" || word == u"prod" || word == u"live"
                               ? std::optional(Environment::Production)
                               : std::nullopt;
            if (e) {
                f.environment = e;
                f.environmentFromHost = true;
                return;
            }
        }
    }
}

void takeAddress(Facts &f, QStringView text) {
    if (f.address)
        return;
    QString first = text.toString().section(u',', 0, 0).trimmed(); // X-Forwarded-For: client, proxy …
    if (first.startsWith(u'['))
        first = first.mid(1).section(u']', 0, 0);
    else if (first.count(u':') == 1)
        first = first.section(u':', 0, 0);
    if (first.startsWith(QStringLiteral("::ffff:"), Qt::CaseInsensitive) && first.contains(u'.'))
        first = first.mid(7); // IPv4 as an IPv6 socket tells it
    const QHostAddress a(first);
    if (!a.isNull() && first.contains(u'%') == false && (first.count(u'.') == 3 || first.contains(u':')))
        f.address = a;
}

void takeScope(Facts &f, const QString &text) {
    if (f.scope)
        return;
    const QString first = text.simplified().section(u' ', 0, 0).section(u',', 0, 0);
    f.scope = Scope::fromString(first);
    if (!f.scope && f.scopeText.isEmpty())
        f.scopeText = first.left(100);
}

void takeCode(Facts &f, const QString &text) {
    const QString last = text.section(u'/', -1).section(u'#', -1).trimmed().toLower().replace(u'-', u'_');
    const auto code = decisionCodeFromWord(last);
    if (code && *code != DecisionCode::Allowed && !f.code)
        f.code = code;
    bool number = false;
    const int status = text.toInt(&number);
    if (number && status >= 100 && status < 600)
        takeStatus(f, text);
}

void takePeriod(Facts &f, QStringView text) {
    static constexpr std::array words{u"second", u"minute", u"hour", u"day"};
    for (const RatePeriod p : AllRatePeriods) {
        if (text.compare(QStringView(words[static_cast<std::size_t>(p)]), Qt::CaseInsensitive) == 0)
            f.period = p;
    }
}

std::optional<qint64> wholeNumber(const QString &text) {
    bool good = false;
    const double n = text.toDouble(&good);
    return good && n >= 0 && n <= 1e12 ? std::optional(static_cast<qint64>(n)) : std::nullopt;
}

void takeKeyId(Facts &f, const QString &text) {
    if (f.key)
        return;
    if (const auto id = KeyId::fromString(text.trimmed())) {
        KeyReference r;
        r.id = *id;
        f.key = r;
    }
}

enum class What {
    Method,
    Path,
    Request,
    Host,
    Status,
    Code,
    Scope,
    Environment,
    Address,
    Customer,
    Time,
    Key,
    RetryS,
    RetryMs,
    RateLimit,
    Limit,
    Period,
    Challenge
};
struct Named {
    const char16_t *name;
    What what;
};
constexpr std::array names{Named{u"method", What::Method},
                           Named{u"verb", What::Method},
                           Named{u"requestmethod", What::Method},
                           Named{u"httpmethod", What::Method},
                           Named{u"path", What::Path},
                           Named{u"uri", What::Path},
                           Named{u"url", What::Path},
                           Named{u"requesturi", What::Path},
                           Named{u"requestpath", What::Path},
                           Named{u"endpoint", What::Path},
                           Named{u"route", What::Path},
                           Named{u"instance", What::Path},
                           Named{u"originaluri", What::Path},
                           Named{u"forwardeduri", What::Path},
                           Named{u"forwardedmethod", What::Method},
                           Named{u"request", What::Request},
                           Named{u"requestline", What::Request},
                           Named{u"host", What::Host},
                           Named{u"forwardedhost", What::Host},
                           Named{u"hostname", What::Host},
                           Named{u"servername", What::Host},
                           Named{u"status", What::Status},
                           Named{u"statuscode", What::Status},
                           Named{u"httpstatus", What::Status},
                           Named{u"responsestatus", What::Status},
                           Named{u"authstatus", What::Status},
                           Named{u"responsecode", What::Status},
                           Named{u"code", What::Code},
                           Named{u"errorcode", What::Code},
                           Named{u"error", What::Code},
                           Named{u"reason", What::Code},
                           Named{u"decision", What::Code},
                           Named{u"type", What::Code},
                           Named{u"outcome", What::Code},
                           Named{u"title", What::Code},
                           Named{u"scope", What::Scope},
                           Named{u"requiredscope", What::Scope},
                           Named{u"required", What::Scope},
                           Named{u"permission", What::Scope},
                           Named{u"requiredpermission", What::Scope},
                           Named{u"missingscope", What::Scope},
                           Named{u"missingpermission", What::Scope},
                           Named{u"environment", What::Environment},
                           Named{u"env", What::Environment},
                           Named{u"ip", What::Address},
                           Named{u"remoteaddr", What::Address},
                           Named{u"remoteip", What::Address},
                           Named{u"clientip", What::Address},
                           Named{u"realip", What::Address},
                           Named{u"sourceip", What::Address},
                           Named{u"address", What::Address},
                           Named{u"client", What::Address},
                           Named{u"forwardedfor", What::Address},
                           Named{u"customer", What::Customer},
                           Named{u"customerid", What::Customer},
                           Named{u"tenant", What::Customer},
                           Named{u"tenantid", What::Customer},
                           Named{u"time", What::Time},
                           Named{u"timestamp", What::Time},
                           Named{u"ts", What::Time},
                           Named{u"date", What::Time},
                           Named{u"datetime", What::Time},
                           Named{u"at", What::Time},
                           Named{u"timeiso8601", What::Time},
                           Named{u"timelocal", What::Time},
                           Named{u"msec", What::Time},
                           Named{u"key", What::Key},
                           Named{u"keyid", What::Key},
                           Named{u"apikey", What::Key},
                           Named{u"apikeyid", What::Key},
                           Named{u"credential", What::Key},
                           Named{u"retryafter", What::RetryS},
                           Named{u"retryafterseconds", What::RetryS},
                           Named{u"retryafterms", What::RetryMs},
                           Named{u"ratelimitreset", What::RetryS},
                           Named{u"ratelimit", What::RateLimit},
                           Named{u"limit", What::Limit},
                           Named{u"ratelimitlimit", What::Limit},
                           Named{u"period", What::Period},
                           Named{u"wwwauthenticate", What::Challenge}};

} // namespace

bool isMethod(QStringView word) {
    static constexpr std::array methods{u"GET", u"HEAD", u"POST", u"PUT", u"PATCH", u"DELETE", u"OPTIONS"};
    return std::any_of(methods.begin(), methods.end(),
                       [&](const char16_t *m) { return word == QStringView(m); });
}

void takeMethod(Facts &f, QStringView word) {
    const QString upper = word.trimmed().toString().toUpper();
    if (f.method.isEmpty() && upper.size() <= 16 && isMethod(upper))
        f.method = upper;
}

void takeStatus(Facts &f, QStringView number) {
    bool good = false;
    const int n = number.trimmed().toInt(&good);
    if (good && n >= 100 && n < 600 && !f.status)
        f.status = n;
}

void takeUrl(Facts &f, const QString &url) {
    const QString text = url.trimmed().left(LongestValue);
    if (text.isEmpty() || !f.path.isEmpty())
        return;
    const bool absolute = text.contains(QStringLiteral("://"));
    const QUrl u(absolute || text.startsWith(u'/') ? text : QStringLiteral("//") + text);
    if (!u.isValid())
        return;
    takeHost(f, u.host());
    if (!u.path().isEmpty())
        f.path = u.path();
    else if (absolute)
        f.path = QStringLiteral("/");
}

bool takeRequestLine(Facts &f, QStringView line) {
    const QString text = line.trimmed().left(LongestValue).toString();
    const QString method = text.section(u' ', 0, 0), target = text.section(u' ', 1, 1);
    if (!isMethod(method) || !(target.startsWith(u'/') || target.startsWith(QStringLiteral("http"))))
        return false;
    takeMethod(f, method);
    takeUrl(f, target);
    return true;
}

void takeChallenge(Facts &f, QStringView value) {
    const QString text = value.left(LongestValue).toString();
    const auto quoted = [&](const QString &name) {
        const qsizetype at = text.indexOf(name + QStringLiteral("=\""));
        return at < 0 ? QString() : text.mid(at + name.size() + 2).section(u'"', 0, 0);
    };
    takeCode(f, quoted(QStringLiteral("error")));
    if (const QString scope = quoted(QStringLiteral("scope")); !scope.isEmpty())
        takeScope(f, scope);
}

void takeRetryAfter(Facts &f, const QString &value) {
    if (f.retryAfterMs)
        return;
    if (const auto seconds = wholeNumber(value.trimmed()); seconds && *seconds <= 366LL * 86'400)
        f.retryAfterMs = *seconds * 1000;
    else if (const auto until = timeFrom(value); until && !f.at)
        f.retryAt = until;
    else if (until && *until >= *f.at)
        f.retryAfterMs = until->ms() - f.at->ms();
}

void takeField(Facts &f, QStringView name, const QString &given) {
    const QString value = given.left(LongestValue);
    const QString wanted = plain(name);
    const auto *const known = std::find_if(names.begin(), names.end(),
                                           [&](const Named &n) { return wanted == QStringView(n.name); });
    if (known == names.end() || value.isEmpty())
        return;
    switch (known->what) {
    case What::Method:
        return takeMethod(f, value);
    case What::Path:
        return value.startsWith(u'/') || value.contains(QStringLiteral("://")) ? takeUrl(f, value) : void();
    case What::Request:
        takeRequestLine(f, value);
        return;
    case What::Host:
        return takeHost(f, value);
    case What::Status:
        return takeStatus(f, value);
    case What::Code:
        return takeCode(f, value);
    case What::Scope:
        return takeScope(f, value);
    case What::Environment:
        return takeEnvironment(f, value);
    case What::Address:
        return takeAddress(f, value);
    case What::Customer:
        if (!f.customer)
            f.customer = value.trimmed().left(200);
        return;
    case What::Time:
        if (!f.at)
            f.at = timeFrom(value);
        return;
    case What::Key:
        return takeKeyId(f, value);
    case What::RetryS:
        return takeRetryAfter(f, value);
    case What::RetryMs:
        if (!f.retryAfterMs)
            f.retryAfterMs = wholeNumber(value);
        return;
    case What::RateLimit: // `"minute";r=0;t=12`
        if (value.contains(QStringLiteral(";t=")))
            takeRetryAfter(f, value.section(QStringLiteral(";t="), 1).section(u';', 0, 0));
        return;
    case What::Limit:
        if (!f.limit)
            f.limit = wholeNumber(value);
        return;
    case What::Period:
        return takePeriod(f, value);
    case What::Challenge:
        return takeChallenge(f, value);
    }
}

} // namespace latchkey::diagnosis

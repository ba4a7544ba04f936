#pragma once

#include "core/model/error.h"
#include "core/model/key_filter.h"
#include "core/model/request.h"

#include <QSet>
#include <QUrl>
#include <QUrlQuery>

/// What the window's tables ask for, as query parameters: docs/rest.md.
namespace latchkey::wire {

/// Percent-encoded parameters of a request, each read once. Names that may repeat are lists.
class QueryReader {
public:
    QueryReader(const QByteArray &query, QList<FieldError> &errors);
    QString text(const char *name, qsizetype most = 2000);
    QStringList texts(const char *name, qsizetype most = 200);
    std::optional<qint64> number(const char *name, qint64 least, qint64 most);
    std::optional<bool> flag(const char *name);
    std::optional<Instant> instant(const char *name);
    KeyId id(const char *name);
    template<typename F>
    auto word(const char *name, F from) -> decltype(from(QStringView())) {
        const QString t = text(name);
        if (t.isEmpty())
            return std::nullopt;
        auto found = from(QStringView(t));
        if (!found)
            bad(name, "badWord");
        return found;
    }
    void bad(const char *name, const char *code, QVariantMap params = {});
    /// Parameters that nobody asked for: unknownParameter.
    void finish();

private:
    QList<std::pair<QString, QString>> m_items;
    QSet<QString> m_seen;
    QList<FieldError> &m_errors;
};

/// `q` (the search box's own text), `environment`, `smart`, `sort` (`name`, `-created`) and the thresholds
/// `expiringDays`, `expiredDays`, `neverUsedDays`, `unusedDays`, `sortKeys` (of lists of ids only); what is
/// as by default is left out.
QUrlQuery toQuery(const KeyQuery &query);
KeyQuery keyQueryFrom(QueryReader &reader);
/// The thresholds alone, of counts and alerts.
QUrlQuery toQuery(const Thresholds &thresholds);
Thresholds thresholdsFrom(QueryReader &reader);

/// `outcome`*, `key`*, `environment`, `from`, `to`, `term`* (`[-]field:value`), `word`*.
QUrlQuery toQuery(const RequestFilter &filter);
RequestFilter requestFilterFrom(QueryReader &reader);

QString toWord(SmartFilter f);
std::optional<SmartFilter> smartFilterFromWord(QStringView word);
QString toWord(SortColumn c);
std::optional<SortColumn> sortColumnFromWord(QStringView word);
std::optional<RequestOutcome> outcomeFromWord(QStringView word);

} // namespace latchkey::wire

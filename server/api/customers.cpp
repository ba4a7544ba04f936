#include "core/wire/key_json.h"
#include "core/wire/records_json.h"
#include "server/api/routes.h"

namespace latchkey::server {

namespace {

void giveCustomer(const CallPtr &call, const Customer &c, int status = 200) {
    call->json(wire::toJson(c), status, {{"ETag", wire::etagOf(c.version)}});
}

struct CustomerPage {
    QStringList ids;
    qint64 limit = 50;
    QString after; ///< id of the last one given
};

/// By name: the place behind the one that was last, or where it would be.
void givePage(const CallPtr &call, const CustomerPage &asked, const QList<Customer> &all) {
    qsizetype from = 0;
    if (!asked.after.isEmpty()) {
        const qsizetype mark = asked.after.indexOf(u'\n');
        const auto key = [](const Customer &c) { return std::pair(foldForSearch(c.name), c.id); };
        const std::pair last(asked.after.left(mark), asked.after.mid(mark + 1));
        while (from < all.size() && key(all[from]) <= last)
            ++from;
    }
    QJsonArray list;
    const qsizetype end = qMin<qsizetype>(all.size(), from + asked.limit);
    for (qsizetype i = from; i < end; ++i)
        list.append(wire::toJson(all[i]));
    QJsonValue next;
    if (end < all.size() && end > from) {
        const QByteArray place = (foldForSearch(all[end - 1].name) + u'\n' + all[end - 1].id).toUtf8();
        next = QString::fromLatin1(
            place.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    }
    call->json({{QStringLiteral("customers"), list}, {QStringLiteral("next"), next}});
}

void listCustomers(const CallPtr &call) {
    const auto asked = queryOf(call, [](wire::QueryReader &r) {
        CustomerPage p;
        p.ids = r.texts("id");
        p.limit = r.number("limit", 1, 200).value_or(50);
        const QString cursor = r.text("cursor");
        p.after = QString::fromUtf8(QByteArray::fromBase64(
            cursor.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
        if (!cursor.isEmpty() && !p.after.contains(u'\n'))
            r.bad("cursor", "badCursor");
        return p;
    });
    if (!asked)
        return;
    VaultBackend &v = call->site.vault;
    onward(call, asked->ids.isEmpty() ? v.customers() : v.customersNamed(asked->ids),
           [call, asked = *asked](const QList<Customer> &all) { givePage(call, asked, all); });
}

void customerUse(const CallPtr &call) {
    if (!noQuery(call))
        return;
    onward(call, call->site.vault.customerUse(), [call](const QHash<QString, qint64> &found) {
        QJsonObject use;
        for (auto it = found.begin(); it != found.end(); ++it)
            use.insert(it.key(), wire::counterText(it.value()));
        call->json({{QStringLiteral("use"), use}});
    });
}

void withCustomer(const CallPtr &call, const std::function<void(const Customer &)> &f) {
    onward(call, call->site.vault.customersNamed({call->params.first()}),
           [call, f](const QList<Customer> &found) {
               if (found.isEmpty())
                   return call->notFound();
               f(found.first());
           });
}

void getCustomer(const CallPtr &call) {
    if (noQuery(call))
        withCustomer(call, [call](const Customer &c) { giveCustomer(call, c); });
}

void putCustomer(const CallPtr &call) {
    if (!noQuery(call))
        return;
    std::optional<qint64> version = 0;
    if (!call->mustBeNew())
        version = call->matchedVersion();
    if (!version)
        return;
    const auto body = call->body();
    if (!body)
        return;
    const auto customer = wire::customerRequestFrom(*body, call->params.first(), *version);
    if (!customer)
        return call->fail(customer.error());
    onward(
        call, call->keys().saveCustomer(*customer),
        [call, fresh = *version == 0](const Customer &c) { giveCustomer(call, c, fresh ? 201 : 200); }, true);
}

void deleteCustomer(const CallPtr &call) {
    if (!noQuery(call) || !call->noBody())
        return;
    const auto version = call->matchedVersion();
    if (!version)
        return;
    withCustomer(call, [call, version](Customer c) {
        c.version = *version;
        onward(
            call, call->keys().removeCustomer(c), [call](const Customer &gone) { giveCustomer(call, gone); },
            true);
    });
}

} // namespace

QList<Route> customerRoutes() {
    return {{"GET", "/v1/customers", Readers, listCustomers},
            {"GET", "/v1/customers/use", Readers, customerUse},
            {"GET", "/v1/customers/{id}", Readers, getCustomer},
            {"PUT", "/v1/customers/{id}", Admins, putCustomer},
            {"DELETE", "/v1/customers/{id}", Admins, deleteCustomer}};
}

} // namespace latchkey::server

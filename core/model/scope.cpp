#include "core/model/scope.h"

#include <QStringList>
#include <algorithm>

namespace latchkey {

namespace {
bool isPart(QStringView part) {
    return !part.isEmpty() && std::all_of(part.begin(), part.end(), [](QChar q) {
        const char16_t c = q.unicode();
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'.' || c == u'-';
    });
}
} // namespace

std::optional<Scope> Scope::fromString(QStringView text) {
    const qsizetype colon = text.indexOf(u':');
    if (text.size() > 100 || colon < 0 || !isPart(text.left(colon)) || !isPart(text.mid(colon + 1)))
        return std::nullopt;
    return Scope(text.toString());
}

std::optional<Scope> Scope::fromService(QStringView text) {
    return text.size() <= 100 && isPart(text) ? std::optional(Scope(text.toString())) : std::nullopt;
}

ScopeSet::ScopeSet(QList<Scope> scopes)
    : m_list(std::move(scopes)) {
    std::sort(m_list.begin(), m_list.end());
    const auto end = std::unique(m_list.begin(), m_list.end());
    m_list.resize(std::distance(m_list.begin(), end));
}

ScopeSet ScopeSet::parse(QStringView text, QStringList *bad) {
    QList<Scope> found;
    QString word;
    const auto flush = [&] {
        if (word.isEmpty())
            return;
        if (const auto s = Scope::fromString(word))
            found.append(*s);
        else if (bad)
            bad->append(word);
        word.clear();
    };
    for (const QChar c : text) {
        if (c.isSpace() || c == u',')
            flush();
        else
            word.append(c);
    }
    flush();
    return ScopeSet(std::move(found));
}

void ScopeSet::insert(const Scope &s) {
    const auto at = std::lower_bound(m_list.cbegin(), m_list.cend(), s);
    if (at == m_list.cend() || *at != s)
        m_list.insert(at, s);
}

void ScopeSet::remove(const Scope &s) {
    const auto at = std::lower_bound(m_list.cbegin(), m_list.cend(), s);
    if (at != m_list.cend() && *at == s)
        m_list.erase(at);
}

bool ScopeSet::contains(const Scope &s) const {
    return std::binary_search(m_list.begin(), m_list.end(), s);
}

bool ScopeSet::containsAll(const ScopeSet &o) const {
    return std::includes(m_list.begin(), m_list.end(), o.m_list.begin(), o.m_list.end());
}

ScopeSet ScopeSet::without(const ScopeSet &o) const {
    ScopeSet r;
    std::set_difference(m_list.begin(), m_list.end(), o.m_list.begin(), o.m_list.end(),
                        std::back_inserter(r.m_list));
    return r;
}

ScopeSet ScopeSet::united(const ScopeSet &o) const {
    ScopeSet r;
    std::set_union(m_list.begin(), m_list.end(), o.m_list.begin(), o.m_list.end(),
                   std::back_inserter(r.m_list));
    return r;
}

ScopeSet ScopeSet::intersected(const ScopeSet &o) const {
    ScopeSet r;
    std::set_intersection(m_list.begin(), m_list.end(), o.m_list.begin(), o.m_list.end(),
                          std::back_inserter(r.m_list));
    return r;
}

QString ScopeSet::toString() const {
    QStringList words;
    words.reserve(m_list.size());
    for (const Scope &s : m_list)
        words.append(s.toString());
    return words.join(u' ');
}

} // namespace latchkey

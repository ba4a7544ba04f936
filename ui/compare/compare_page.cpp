#include "ui/compare/compare_page.h"

#include "ui/compare/compare_words.h"
#include "ui/compare/pair_view.h"
#include "ui/format/words.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

namespace latchkey::ui {

namespace {
constexpr qsizetype MostAtOnce = 20'000; // more are not read again with each change
}

void ComparePage::fillBoxes() {
    const QList<Place> places = m_places.all();
    for (Side *s : {&m_left, &m_right}) {
        s->box->clear();
        int now = -1; // which two they are to be, the person says
        for (const Place &p : places) {
            QList<std::optional<Environment>> choices;
            if (places.size() > 1)
                choices.append(std::nullopt);
            choices.append({Environment::Production, Environment::Staging, Environment::Development});
            for (const auto &e : std::as_const(choices)) {
                const PlaceChoice choice{p.connection, e};
                s->box->addItem(e ? themedIcon(iconName(*e)) : themedIcon(QStringLiteral("environment-all")),
                                placeName(p, e), QVariant::fromValue(choice));
                if (choice == s->choice)
                    now = s->box->count() - 1;
            }
        }
        s->box->setCurrentIndex(now);
        s->box->setToolTip(s->box->currentText());
    }
}

std::optional<Place> ComparePage::placeOf(const PlaceChoice &choice) const {
    const QList<Place> places = m_places.all();
    const auto at = std::find_if(places.begin(), places.end(),
                                 [&](const Place &p) { return p.connection == choice.connection; });
    return at == places.end() ? std::nullopt : std::optional(*at);
}

QString ComparePage::nameOf(const PlaceChoice &choice) const {
    const auto place = placeOf(choice);
    return place ? placeName(*place, choice.environment) : QString();
}

/// Where there is no room for a side's name above its column, the connection's gives way: "Cust… · Staging".
void ComparePage::fitHeadings() {
    constexpr int Around = 36; // the edges, and the arrow of the sorted one
    const QHeaderView *header = m_table->horizontalHeader();
    QFont font = header->font();
    font.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    const auto heading = [&](const PlaceChoice &choice, int column) {
        const int room = header->sectionSize(column) - Around;
        const QString whole = nameOf(choice);
        const auto place = placeOf(choice);
        const qsizetype name = place && whole.startsWith(place->name) ? place->name.size() : 0;
        if (name == 0 || metrics.horizontalAdvance(whole) <= room)
            return whole;
        const QString rest = whole.mid(name);
        constexpr int Least = 18; // a letter of it, and the dots
        return metrics.elidedText(place->name, Qt::ElideRight,
                                  qMax(Least, room - metrics.horizontalAdvance(rest))) +
               rest;
    };
    m_model->setHeadings(heading(m_left.choice, ComparisonModel::Left),
                         heading(m_right.choice, ComparisonModel::Right));
}

/// In a narrow page the name and the sides give way to what differs, until somebody has said how wide they
/// are.
void ComparePage::fitColumns() {
    if (m_ownWidths)
        return;
    constexpr int Around = 24;
    int side = 80;
    for (const QString &word : ComparisonModel::sideWords())
        side = qMax(side, m_table->fontMetrics().horizontalAdvance(word) + Around);
    const int room = m_table->viewport()->width();
    QHeaderView *header = m_table->horizontalHeader();
    m_fitting = true;
    header->resizeSection(ComparisonModel::Name, qBound(120, room / 4, 220));
    for (const int column : {ComparisonModel::Left, ComparisonModel::Right})
        header->resizeSection(column, qMax(side, qMin(room / 6, 200)));
    m_fitting = false;
}

bool ComparePage::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

/// Whole vaults; a service's keys have no environment of their own.
bool ComparePage::byEnvironment() const {
    const auto whole = [](const Side &s) {
        return !s.choice.environment && s.service && s.service->backend().capabilities().service.isEmpty();
    };
    return whole(m_left) && whole(m_right);
}

void ComparePage::chosen() {
    m_toTable = false; // the person is at the sides
    m_left.choice = m_left.box->currentData().value<PlaceChoice>();
    m_right.choice = m_right.box->currentData().value<PlaceChoice>();
    for (const Side *s : {&m_left, &m_right})
        s->box->setToolTip(s->box->currentText());
    m_model->clear(); // what it shows is of other sides
    refresh();
}

void ComparePage::compare(const PlaceChoice &left, const PlaceChoice &right) {
    m_left.choice = left;
    m_right.choice = right;
    fillBoxes();
    m_model->clear();
    refresh();
}

void ComparePage::swapSides() {
    compare(PlaceChoice(m_right.choice), PlaceChoice(m_left.choice));
}

void ComparePage::setTimeZone(const QTimeZone &zone) {
    m_zone = zone;
    showCurrent();
}

void ComparePage::refresh() {
    m_wanted = true;
    if (isVisible())
        start();
}

void ComparePage::showEvent(QShowEvent *e) {
    QWidget::showEvent(e);
    m_toTable = true;
    if (m_wanted)
        start();
}

void ComparePage::start() {
    m_wanted = m_failed = false;
    m_stale->hide();
    m_soon.stop();
    for (Side *s : {&m_left, &m_right}) {
        s->reader.reset();
        s->keys.reset();
        s->read = s->total = 0;
        disconnect(s->news);
        s->service = m_places.service(s->choice.connection);
    }
    m_model->setTitles(nameOf(m_left.choice), nameOf(m_right.choice));
    fitHeadings();
    for (const Side *s : {&m_left, &m_right}) {
        if (placeOf(s->choice))
            continue;
        if (m_toTable)
            s->box->setFocus();
        return showMessage(tr("Choose a left and a right side."));
    }
    if (m_left.choice == m_right.choice)
        return showMessage(tr("Choose two different sides."));
    for (Side *s : {&m_left, &m_right}) {
        if (s->service)
            continue;
        const QString problem = m_places.problem(s->choice.connection);
        if (problem.isEmpty()) {
            showMessage(tr("Opening %1…").arg(nameOf(s->choice)));
            m_places.open(s->choice.connection); // changed() comes back here
        } else {
            showMessage(tr("%1 can't be opened. %2").arg(nameOf(s->choice), problem), tr("Try Again"));
        }
        return;
    }
    for (Side *s : {&m_left, &m_right}) {
        s->reader = std::make_unique<KeyReading>(s->service->backend(), s->choice.environment);
        connect(s->reader.get(), &KeyReading::progress, this, [this, s](qsizetype read, qsizetype total) {
            s->read = read;
            s->total = total;
            showProgress();
        });
        connect(s->reader.get(), &KeyReading::finished, this,
                [this, s](const QList<ApiKey> &keys) { arrived(*s, keys); });
        connect(s->reader.get(), &KeyReading::failed, this,
                [this, s](const Error &error) { notRead(*s, error); });
        // A service's keys become known while they are read; that is no news.
        if (s->service->backend().capabilities().service.isEmpty())
            follow(*s);
    }
    showProgress();
    m_left.reader->start();
    m_right.reader->start();
}

void ComparePage::follow(Side &side) {
    disconnect(side.news);
    side.news = connect(&side.service->backend(), &VaultBackend::keysChanged, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
}

/// Not while it is on the screen already: then what is there stays until the new answer comes.
void ComparePage::showProgress() {
    if (m_failed || m_model->total() > 0)
        return;
    const QLocale l;
    const qsizetype total = m_left.total + m_right.total;
    showMessage(total == 0 ? tr("Reading the keys…")
                           : tr("Reading the keys: %1 of %2")
                                 .arg(l.toString(m_left.read + m_right.read), l.toString(total)));
}

void ComparePage::notRead(const Side &side, const Error &error) {
    if (std::exchange(m_failed, true))
        return;
    const QString place = nameOf(side.choice);
    if (error.code == ErrorCode::LimitReached)
        return showMessage(tr("%1 has more than %2 keys: too many to compare at once. Choose an environment.")
                               .arg(place, QLocale().toString(KeyReading::Most)));
    showMessage(tr("%1 can't be read. %2").arg(place, sentence(error)), tr("Try Again"));
}

void ComparePage::arrived(Side &side, const QList<ApiKey> &keys) {
    side.keys = keys;
    if (!m_failed && m_left.keys && m_right.keys)
        showPairs();
}

void ComparePage::showPairs() {
    const Capabilities left = m_left.service->backend().capabilities(),
                       right = m_right.service->backend().capabilities();
    const KeyId leftId = m_currentLeft, rightId = m_currentRight;
    const int before = m_table->currentIndex().row();
    m_model->set({*m_left.keys, left}, {*m_right.keys, right}, byEnvironment(), m_clock.now());
    for (Side *s : {&m_left, &m_right}) {
        s->keys->clear();
        follow(*s);
    }
    constexpr auto Unknown = MatchGroup::Unknown;
    if (m_model->count(Unknown) == 0 && m_groups[static_cast<int>(Unknown) + 1]->isChecked())
        chooseGroup(0); // its button goes
    if (m_model->total() == 0)
        showMessage(tr("Neither side has a key."));
    else
        m_stack->setCurrentIndex(0);
    if (std::exchange(m_toTable, false) && !m_search->hasFocus())
        m_table->setFocus();
    const int found = m_model->rowOf(leftId, rightId);
    const int row = found >= 0 ? found : qBound(0, before, qMax(0, m_model->rowCount() - 1));
    m_table->setCurrentIndex(m_model->index(row, ComparisonModel::Name));
    updateFilters();
    showCurrent();
}

void ComparePage::showMessage(const QString &text, const QString &button) {
    if (m_model->total() > 0)
        m_model->clear();
    m_message->setText(text);
    m_again->setText(button);
    m_again->setVisible(!button.isEmpty());
    m_stack->setCurrentIndex(1);
    updateFilters();
    showCurrent();
}

QString ComparePage::message() const {
    return m_stack->currentIndex() == 1 ? m_message->text() : QString();
}

/// Somebody has changed keys. A few are compared again at once; of many it is said.
void ComparePage::stale() {
    if (m_model->total() <= MostAtOnce)
        return refresh();
    m_stale->show();
}

/// One of m_groups.
void ComparePage::chooseGroup(int button) {
    for (int i = 0; i <= MatchGroupCount; ++i)
        m_groups[i]->setChecked(i == button);
    filter();
}

void ComparePage::filter() {
    ComparisonModel::Filter f;
    for (int i = 1; i <= MatchGroupCount; ++i) {
        if (m_groups[i]->isChecked())
            f.group = static_cast<MatchGroup>(i - 1);
    }
    f.differences = Differences(m_differences->currentData().toInt());
    f.text = m_search->text().trimmed();
    const KeyId left = m_currentLeft, right = m_currentRight;
    m_model->setFilter(f);
    const int row = qMax(0, m_model->rowOf(left, right));
    m_table->setCurrentIndex(m_model->index(row, ComparisonModel::Name)); // a current row always
    showCurrent();
}

void ComparePage::updateFilters() {
    const QLocale l;
    const QString left = nameOf(m_left.choice), right = nameOf(m_right.choice);
    const auto text = [&](const QString &what, qsizetype n) {
        return tr("%1  %2", "group of keys, how many")
            .arg(what, l.toString(n))
            .replace(u'&', QStringLiteral("&&"));
    };
    m_groups[0]->setText(text(tr("All"), m_model->total()));
    for (int i = 1; i <= MatchGroupCount; ++i) {
        const auto g = static_cast<MatchGroup>(i - 1);
        m_groups[i]->setText(text(shortWord(g), m_model->count(g)));
        const QString whole = word(g, left, right);
        const bool more = whole != shortWord(g) && !left.isEmpty() && !right.isEmpty();
        m_groups[i]->setToolTip(more ? whole : QString());
        m_groups[i]->setAccessibleDescription(m_groups[i]->toolTip());
        m_groups[i]->setVisible(g != MatchGroup::Unknown || m_model->count(g) > 0);
    }
}

void ComparePage::showCurrent() {
    const int row = m_table->currentIndex().row();
    const ApiKey *left = m_model->left(row), *right = m_model->right(row);
    if (!left && !right) {
        m_currentLeft = m_currentRight = {};
        return m_pair->clear();
    }
    m_currentLeft = left ? left->id : KeyId();
    m_currentRight = right ? right->id : KeyId();
    const VaultBackend &l = m_left.service->backend(), &r = m_right.service->backend();
    QList<FieldPair> fields = fieldPairs(left, l.capabilities(), l.catalogue(), right, r.capabilities(),
                                         r.catalogue(), m_clock.now(), m_zone, byEnvironment());
    if (m_model->at(row)->often) { // the name doesn't say which
        const auto id = [](const ApiKey *k) { return k ? shownId(*k) : QStringLiteral("–"); };
        fields.prepend({tr("Key ID"), id(left), id(right), false, {}});
    }
    m_pair->show(m_model->name(row), nameOf(m_left.choice), nameOf(m_right.choice), fields, left, right);
}

bool ComparePage::escape() {
    if (m_search->text().isEmpty())
        return false;
    m_search->clear();
    return true;
}

void ComparePage::rowMenu(const QPoint &at) {
    const int row = m_table->currentIndex().row();
    QMenu menu(this);
    for (const bool leftSide : {true, false}) {
        if (!(leftSide ? m_model->left(row) : m_model->right(row)))
            continue;
        const QString place =
            nameOf(leftSide ? m_left.choice : m_right.choice).replace(u'&', QStringLiteral("&&"));
        connect(menu.addAction(themedIcon(QStringLiteral("key")), tr("Open in %1").arg(place)),
                &QAction::triggered, this, [this, leftSide] { open(leftSide); });
        connect(menu.addAction(themedIcon(QStringLiteral("duplicate")),
                               tr("Create like the one in %1…").arg(place)),
                &QAction::triggered, this, [this, leftSide] { createLike(leftSide); });
    }
    if (!menu.isEmpty())
        menu.exec(m_table->viewport()->mapToGlobal(at));
}

void ComparePage::open(bool leftSide) {
    const KeyId id = leftSide ? m_currentLeft : m_currentRight;
    if (!id.isNull())
        emit keyWanted((leftSide ? m_left : m_right).choice.connection, id);
}

void ComparePage::createLike(bool leftSide) {
    const KeyId id = leftSide ? m_currentLeft : m_currentRight;
    if (!id.isNull())
        emit likeWanted((leftSide ? m_left : m_right).choice.connection, id,
                        (leftSide ? m_right : m_left).choice);
}

} // namespace latchkey::ui

#include "ui/compare/pair_view.h"

#include "ui/theme/flow_layout.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {
constexpr int NameWidth = 120;

QLabel *plain(const QString &text, QWidget *parent) {
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    label->setMinimumWidth(60);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void setColumns(QGridLayout *grid) {
    grid->setColumnMinimumWidth(0, NameWidth);
    grid->setColumnStretch(0, 0);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    grid->setHorizontalSpacing(16);
}
} // namespace

PairView::PairView(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_left(new QLabel(this))
    , m_right(new QLabel(this))
    , m_body(new QWidget(this))
    , m_head(new QGridLayout) {
    setObjectName(QStringLiteral("pairView"));
    m_name->setProperty("section", true);
    for (QLabel *l : {m_name, m_left, m_right}) {
        l->setTextFormat(Qt::PlainText);
        l->setWordWrap(true);
    }
    m_openLeft = button("openLeft", tr("Open"), false, true);
    m_openRight = button("openRight", tr("Open"), false, false);
    m_likeLeft = button("likeLeft", tr("Create Like This…"), true, true);
    m_likeRight = button("likeRight", tr("Create Like This…"), true, false);
    const auto side = [](QLabel *title, QPushButton *open, QPushButton *like) {
        auto *buttons = new FlowLayout; // under each other where there is no room
        buttons->setSpacing(8);
        buttons->addWidget(open);
        buttons->addWidget(like);
        auto *box = new QVBoxLayout;
        box->setSpacing(4);
        box->addWidget(title);
        box->addLayout(buttons);
        return box;
    };
    setColumns(m_head);
    m_head->addWidget(m_name, 0, 0, Qt::AlignTop);
    m_head->addLayout(side(m_left, m_openLeft, m_likeLeft), 0, 1, Qt::AlignTop);
    m_head->addLayout(side(m_right, m_openRight, m_likeRight), 0, 2, Qt::AlignTop);
    auto *area = new QScrollArea(this);
    area->setWidget(m_body);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::StrongFocus); // the arrows scroll it
    area->setAccessibleName(tr("What differs"));
    area->setMinimumHeight(96);
    auto *inside = new QVBoxLayout(m_body);
    inside->setContentsMargins(16, 10, 16, 12);
    inside->setSpacing(8);
    inside->addLayout(m_head);
    inside->addStretch(1);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(area);
    clear();
}

QPushButton *PairView::button(const char *name, const QString &text, bool like, bool leftSide) {
    auto *b = new QPushButton(text, this);
    b->setObjectName(QLatin1StringView(name));
    connect(b, &QPushButton::clicked, this,
            [this, like, leftSide] { like ? emit likeWanted(leftSide) : emit openWanted(leftSide); });
    return b;
}

void PairView::clear() {
    show({}, {}, {}, {}, false, false);
}

void PairView::show(const QString &name, const QString &leftTitle, const QString &rightTitle,
                    const QList<FieldPair> &fields, bool hasLeft, bool hasRight) {
    m_name->setText(name);
    m_left->setText(leftTitle);
    m_right->setText(rightTitle);
    for (QPushButton *b : {m_openLeft, m_likeLeft})
        b->setVisible(hasLeft);
    for (QPushButton *b : {m_openRight, m_likeRight})
        b->setVisible(hasRight);
    m_openLeft->setAccessibleName(tr("Open in %1").arg(leftTitle));
    m_openRight->setAccessibleName(tr("Open in %1").arg(rightTitle));
    m_likeLeft->setToolTip(tr("Makes a key with the settings that this one has in %1").arg(leftTitle));
    m_likeRight->setToolTip(tr("Makes a key with the settings that this one has in %1").arg(rightTitle));
    QWidget *before = std::exchange(m_fields, new QWidget(m_body));
    delete before;
    auto *grid = new QGridLayout(m_fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(6);
    setColumns(grid);
    int names = NameWidth;
    for (const FieldPair &f : fields) {
        QFont bold = font();
        bold.setBold(true);
        names = qMax(names, QFontMetrics(bold).horizontalAdvance(QStringLiteral("≠\u00a0") + f.name));
    }
    names = qMin(names, 200);
    for (QGridLayout *g : {m_head, grid})
        g->setColumnMinimumWidth(0, names);
    m_name->setFixedWidth(names); // a longer one wraps: the headings stay over their columns
    QStringList lines;
    int row = 0;
    for (const FieldPair &f : fields) {
        QLabel *label = plain(f.differs ? QStringLiteral("≠\u00a0") + f.name : f.name, m_fields);
        QFont font = label->font();
        font.setBold(f.differs);
        label->setFont(font);
        label->setMaximumWidth(names);
        grid->addWidget(label, row, 0);
        int column = 0;
        for (const QString &value : {f.left, f.right}) {
            QLabel *text = plain(value, m_fields);
            text->setProperty("secondary", !f.differs);
            grid->addWidget(text, row, ++column);
        }
        lines.append(QStringLiteral("%1%2: %3 | %4")
                         .arg(f.differs ? QStringLiteral("≠ ") : QString(), f.name, f.left, f.right));
        ++row;
        if (f.note.isEmpty())
            continue;
        grid->addWidget(
            plain(tr("%1: %2", "place, what its key adds and removes").arg(rightTitle, f.note), m_fields),
            row++, 1, 1, 2);
        lines.append(f.note);
    }
    m_text = lines.join(u'\n');
    qobject_cast<QVBoxLayout *>(m_body->layout())->insertWidget(1, m_fields);
}

} // namespace latchkey::ui

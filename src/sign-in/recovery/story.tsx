import { Fact, Facts, Tag, type TagKind, Time } from '../../web/components/index.ts'
import type { Lang } from '../../web/index.ts'
import type { Standing, Story } from './store.ts'
import { words } from './words.ts'

const kinds: Readonly<Record<Standing, TagKind>> = {
  asked: 'late',
  started: 'late',
  waiting: 'later',
  ready: 'late',
  done: 'done',
  stopped: 'later',
  lapsed: 'later',
}

export const StateTag = ({ state, lang }: { state: Standing; lang: Lang }) => (
  <Tag kind={kinds[state]}>{words[lang][state]}</Tag>
)

export const isOpen = ({ state }: Pick<Story, 'state'>) => ['asked', 'started', 'waiting', 'ready'].includes(state)

/** Everything that happened, each with its moment and who: the same for the person and the officers. */
export function StoryFacts({ story, lang }: { story: Story; lang: Lang }) {
  const w = words[lang]
  const officer = (name: string | null, unit: string | null) => [name, unit].filter(Boolean).join(', ')
  return (
    <Facts>
      <Fact term={w.state}>
        <StateTag state={story.state} lang={lang} />
      </Fact>
      <Fact term={w.askedAt}>
        <Time at={story.asked_at} lang={lang} />, {story.asked_by === 'person' ? w.byPerson : w.byOfficer}
      </Fact>
      <Fact term={w.first}>
        {story.started_at && (
          <>
            <span lang="vi">{officer(story.started_by_name, story.started_by_unit)}</span>,{' '}
            <Time at={story.started_at} lang={lang} />
          </>
        )}
      </Fact>
      <Fact term={w.seen}>{story.recognised && w[`${story.recognised}_way`]}</Fact>
      <Fact term={w.second}>
        {story.agreed_at && (
          <>
            <span lang="vi">{officer(story.agreed_by_name, story.agreed_by_unit)}</span>,{' '}
            <Time at={story.agreed_at} lang={lang} />
          </>
        )}
      </Fact>
      <Fact term={w.opensAt}>{story.opens_at && <Time at={story.opens_at} lang={lang} />}</Fact>
      <Fact term={w.reminded}>{story.reminded_at && <Time at={story.reminded_at} lang={lang} />}</Fact>
      <Fact term={w.given}>
        {story.given_at && (
          <>
            <span lang="vi">{story.given_by_name}</span>, <Time at={story.given_at} lang={lang} />
          </>
        )}
      </Fact>
      <Fact term={w.ended}>
        {story.ended_at && (
          <>
            <Time at={story.ended_at} lang={lang} />
            {story.stopped_by && `, ${w[`by_${story.stopped_by}`]}`}
          </>
        )}
      </Fact>
    </Facts>
  )
}

"""First names that are common in the United Kingdom and that no other word of a ward looks like.

Left out on purpose: names that are also words (Grace, Mark, Rose), months, hospitals or rules (Victoria, Martha).
"""

FIRST_NAMES = frozenset(
    """
    aaliyah aaron abdul abdullah abigail adam adele adrian agnes ahmed aileen aisha alan albert alexander
    alexandra alfie alice alison allison amanda amelia amina amy andrea andrew angela anita anna anne
    annette anthony antonio archie arthur ashley audrey barbara barry beatrice ben benjamin bernadette
    bernard beryl bethany beverley brenda brian bridget bronwen callum cameron carl carole caroline
    catherine cecilia cedric charles charlie charlotte chinedu chloe chris christine christopher claire
    clare claudia clifford clive colin connor craig cynthia daniel danielle darren dave david deborah deepak
    denise dennis derek diana diane dmitri dominic donald donna doreen dorota dorothy douglas duncan dylan
    eamonn edith edna edward edwin eileen elaine eleanor elena ellen ellie elsie emily emma eric erin esther
    ethan ethel eunice eva evelyn fatima fatou felicity fiona frances francesca francis fred freddie
    frederick freya gareth gary gavin gemma geoff geoffrey george georgia georgina gerald geraldine gillian
    gladys glenn glenys gloria gordon graham greg gwen gwyneth hannah harold harriet harry hassan helen
    henry hilary hilda howard hussain ian ibrahim imran ingrid irene isaac isabel isabella isla jacob
    jacqueline jacqui jake james jamie jane janet janice jasmine jason javed jayne jean jeanette jeffrey
    jemima jennifer jenny jeremy jessica jill jim joan joanna joanne joe joel john jonathan jordan joseph
    josephine josh joshua joyce juan judith julia julian julie justin kaleb karen kate katherine kathleen
    katie keith kelly kenneth kerry kevin khadija kieran kiran kirsty krzysztof kwame laura lauren laurence
    leanne lee leonard lesley leslie lewis liam lillian linda lindsay lisa lorna lorraine louis louise lucy
    luke lynn lynne maisie malcolm manjit margaret maria marian marie marilyn marion marjorie martin mary
    maryam matthew maureen mavis megan mehmet michael michelle mildred miriam mohamed mohammad mohammed
    moira mollie monica muhammad muriel nadia nancy naomi natalie natasha nathan neil ngozi niall nicholas
    nicola nigel nikhil noah nora noreen norman nosheen olga oliver olivia olufemi oluwaseun omar oscar
    pamela patricia patrick paul paula pauline percy peter phil philip phillip phoebe phyllis piotr pradeep
    priya rachel raj rajesh ralph ranjit rebecca reginald rhys richard rita robert roger ronald rosalind
    rosemary rosie roy ruth ryan sabina sadie sally sam samantha samina samuel sandra sanjay sara sarah
    scott sean sharon shaun sheila shirley sian simon siobhan sophia sophie stacey stanley stella stephanie
    stephen steve steven stuart sunita surinder susan suzanne svetlana sybil sylvia tanya tariq tatiana
    teresa thelma theodore theresa thomas timothy tina tomasz tony tracey tracy trevor uzma valerie vanessa
    vera veronica vijay vincent vivien walter wayne wendy wilfred william winifred winston xavier yasmin
    yusuf yvonne zainab zara zoe
    """.split()
)
